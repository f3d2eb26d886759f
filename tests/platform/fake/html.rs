//! Telegram's HTML: a few tags, each closed, each with the one attribute it may have.

use serde_json::{Value, json};

use super::strict::utf16;

struct Open<'a> {
    name: &'a str,
    offset: usize,
    entity: Value,
}

/// The plain text and its entities.
pub fn parse(html: &str) -> Result<(String, Vec<Value>), String> {
    let (mut text, mut entities, mut open) = (String::new(), Vec::new(), Vec::new());
    let mut rest = html;
    while let Some((before, tag_on)) = rest.split_once('<') {
        text.push_str(&unescape(before)?);
        let offset = html.len() - tag_on.len() - 1;
        let (tag, after) = tag_on.split_once('>').ok_or_else(|| format!("Unclosed start tag at byte offset {offset}"))?;
        match tag.strip_prefix('/') {
            None => open.push(start(tag, utf16(&text)).ok_or_else(|| format!("Unsupported start tag \"{tag}\" at byte offset {offset}"))?),
            Some(name) => {
                let Open { name: expected, offset: from, mut entity } =
                    open.pop().ok_or_else(|| format!("Unexpected end tag at byte offset {offset}"))?;
                if name != expected {
                    let found = format!("expected \"</{expected}>\", found \"</{name}>\"");
                    return Err(format!("Unmatched end tag at byte offset {offset}, {found}"));
                }
                entity["offset"] = json!(from);
                entity["length"] = json!(utf16(&text) - from);
                entities.push(entity);
            }
        }
        rest = after;
    }
    text.push_str(&unescape(rest)?);
    match open.last() {
        Some(Open { name, .. }) => Err(format!("Can't find end tag corresponding to start tag \"{name}\"")),
        None => Ok((text, entities)),
    }
}

fn start(tag: &str, offset: usize) -> Option<Open<'_>> {
    let (name, attribute) = tag.split_once(' ').map_or((tag, None), |(name, attribute)| (name, Some(attribute)));
    let quoted = |key: &str| attribute?.strip_prefix(key)?.strip_prefix("=\"")?.strip_suffix('"').filter(|value| !value.contains('"'));
    let kind = match (name, attribute) {
        ("b" | "strong", None) => "bold",
        ("i" | "em", None) => "italic",
        ("u", None) => "underline",
        ("s", None) => "strikethrough",
        ("tg-spoiler", None) => "spoiler",
        ("blockquote", None) => "blockquote",
        ("blockquote", Some("expandable")) => "expandable_blockquote",
        ("code", None) => "code",
        ("code", Some(_)) if quoted("class")?.starts_with("language-") => "code",
        ("pre", None) => "pre",
        ("span", Some(_)) if quoted("class")? == "tg-spoiler" => "spoiler",
        ("a", Some(_)) => {
            let url = unescape(quoted("href")?).ok().filter(|url| !url.is_empty())?;
            return Some(Open { name, offset, entity: json!({"type": "text_link", "url": url}) });
        }
        _ => return None,
    };
    Some(Open { name, offset, entity: json!({"type": kind}) })
}

/// The platform lets a lone `&` pass as it stands; here it is a mistake, since it tells that something was not escaped.
fn unescape(escaped: &str) -> Result<String, String> {
    let mut text = String::new();
    let mut rest = escaped;
    while let Some((before, on)) = rest.split_once('&') {
        let (name, after) = on.split_once(';').ok_or("an \"&\" is not escaped")?;
        let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
        let character = match (name, name.strip_prefix("#x"), name.strip_prefix('#')) {
            ("lt", ..) => Some('<'),
            ("gt", ..) => Some('>'),
            ("amp", ..) => Some('&'),
            ("quot", ..) => Some('"'),
            (_, Some(digits), _) => number(digits, 16),
            (_, _, Some(digits)) => number(digits, 10),
            _ => None,
        };
        text.push_str(before);
        text.push(character.ok_or_else(|| format!("unsupported entity \"&{name};\""))?);
        rest = after;
    }
    text.push_str(rest);
    Ok(text)
}
