//! What the platform refuses whatever its state: parameters it does not know, texts it cannot parse, buttons it does not take. Every
//! error from here is a mistake of the bot.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::{Map, Value, json};

use super::{File, html};

/// Methods and types of the Bot API: name → field → `{types, required}`; a type that is a union is a list of names.
static API: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(include_str!("../../botapi.json")).expect("botapi.json is JSON"));

const TEXT_MAX: usize = 4096;
pub const CAPTION_MAX: usize = 1024;
const ENTITIES_MAX: usize = 100;
const BUTTONS_MAX: usize = 100;
const BUTTONS_IN_ROW_MAX: usize = 8;
const CALLBACK_DATA_BYTES_MAX: usize = 64;
const COMMANDS_MAX: usize = 100;

/// Least and most: of numbers the value, of lists the length, of texts the length in UTF-16 units.
const BOUNDS: [(&str, &str, i64, i64); 10] = [
    ("answerCallbackQuery", "text", 0, 200),
    ("copyMessages", "message_ids", 1, 100),
    ("createForumTopic", "name", 1, 128),
    ("deleteMessages", "message_ids", 1, 100),
    ("editForumTopic", "name", 0, 128),
    ("getUpdates", "limit", 1, 100),
    ("setMyDescription", "description", 0, 512),
    ("setMyShortDescription", "short_description", 0, 120),
    ("setWebhook", "max_connections", 1, 100),
    ("setWebhook", "secret_token", 1, 256),
];

const ACTIONS: &str = "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker \
                       find_location record_video_note upload_video_note";

/// A method's name as the documentation spells it: the platform ignores case.
pub fn method(name: &str) -> Option<&'static str> {
    API["methods"].as_object()?.keys().map(String::as_str).find(|known| known.eq_ignore_ascii_case(name))
}

#[derive(Default)]
pub struct Call {
    pub method: &'static str,
    pub params: Map<String, Value>,
    pub files: BTreeMap<String, File>,
}

impl Call {
    pub fn text(&self, name: &str) -> Option<&str> {
        self.params.get(name)?.as_str()
    }

    pub fn integer(&self, name: &str) -> Option<i64> {
        self.params.get(name)?.as_i64()
    }

    /// Fields of a form are text; what the signature wants as something else is written in JSON.
    pub fn read_form_fields(&mut self) {
        let signature = &API["methods"][self.method];
        for (name, value) in &mut self.params {
            let parsed = value.as_str().and_then(|text| serde_json::from_str(text).ok());
            if let Some(parsed) = parsed.filter(|parsed: &Value| !parsed.is_string() && fits_any(parsed, &signature[name]).is_ok()) {
                *value = parsed;
            }
        }
        // A file stands under the parameter's own name, or under another that the parameter points to.
        for name in self.files.keys().filter(|name| signature.get(name.as_str()).is_some()) {
            self.params.entry(name.clone()).or_insert_with(|| json!(format!("attach://{name}")));
        }
    }

    /// Everything that can be told from the parameters alone, but for formatted text.
    pub fn check(&self) -> Result<(), String> {
        fields_fit(&self.params, &API["methods"][self.method])?;
        let attached: Vec<_> = self.params.values().filter_map(|value| value.as_str()?.strip_prefix("attach://")).collect();
        if let Some(name) = self.files.keys().find(|name| !attached.contains(&name.as_str())) {
            return Err(format!("file \"{name}\" belongs to no parameter"));
        }
        for (_, name, least, most) in BOUNDS.into_iter().filter(|(method, ..)| *method == self.method) {
            let length = self.text(name).map(utf16).or_else(|| Some(self.params.get(name)?.as_array()?.len()));
            let size = self.integer(name).or_else(|| length?.try_into().ok());
            if size.is_some_and(|size| !(least..=most).contains(&size)) {
                return Err(format!("{name} is not between {least} and {most}"));
            }
        }
        self.params.iter().try_for_each(|(name, value)| match (name.as_str(), value.as_str().unwrap_or_default()) {
            ("reply_markup", _) => keyboard(value),
            ("commands", _) => commands(value),
            ("action", action) if !ACTIONS.split(' ').any(|known| known == action) => Err(format!("wrong action \"{action}\"")),
            ("language_code", code) if !code.is_empty() && (code.len() != 2 || code.contains(|char: char| !char.is_ascii_lowercase())) => {
                Err(format!("language code \"{code}\" is not of two letters"))
            }
            ("secret_token", token) if token.contains(|char: char| !(char.is_ascii_alphanumeric() || "_-".contains(char))) => {
                Err("secret token contains unallowed characters".to_owned())
            }
            _ => Ok(()),
        })
    }

    /// The plain text and the entities of `text` or `caption`.
    pub fn formatted(&self, name: &str) -> Result<(String, Value), String> {
        let raw = self.text(name).unwrap_or_default();
        let (text, entities) = match self.text("parse_mode") {
            None => {
                let given = self.params.get(if name == "text" { "entities" } else { "caption_entities" });
                (raw.to_owned(), given.and_then(Value::as_array).cloned().unwrap_or_default())
            }
            Some(mode) if mode.eq_ignore_ascii_case("HTML") => {
                html::parse(raw).map_err(|error| format!("can't parse entities: {error}"))?
            }
            Some(other) => return Err(format!("unsupported parse_mode \"{other}\": the fake reads HTML only")),
        };
        match (name, utf16(&text)) {
            ("text", _) if text.trim().is_empty() => Err("message text is empty".to_owned()),
            ("text", units) if units > TEXT_MAX => Err(format!("message is too long: {units} UTF-16 units")),
            ("caption", units) if units > CAPTION_MAX => Err(format!("message caption is too long: {units} UTF-16 units")),
            _ if entities.len() > ENTITIES_MAX => Err("too many entities".to_owned()),
            _ => Ok((text, Value::Array(entities))),
        }
    }
}

fn keyboard(markup: &Value) -> Result<(), String> {
    let rows: Vec<&Vec<Value>> = markup["inline_keyboard"].as_array().into_iter().flatten().filter_map(Value::as_array).collect();
    if rows.iter().any(|row| row.len() > BUTTONS_IN_ROW_MAX) || rows.iter().map(|row| row.len()).sum::<usize>() > BUTTONS_MAX {
        return Err("reply markup is too long".to_owned());
    }
    rows.into_iter().flatten().try_for_each(|button| {
        let looks = ["text", "style", "icon_custom_emoji_id"];
        let actions = button.as_object().into_iter().flat_map(Map::keys).filter(|key| !looks.contains(&key.as_str())).count();
        if actions != 1 || button["text"] == "" {
            return Err(format!("can't parse inline keyboard button: {button} needs a text and one action"));
        }
        match button["callback_data"].as_str().map(str::len) {
            Some(bytes) if !(1..=CALLBACK_DATA_BYTES_MAX).contains(&bytes) => Err(format!("BUTTON_DATA_INVALID: {bytes} bytes")),
            _ => Ok(()),
        }
    })
}

fn commands(commands: &Value) -> Result<(), String> {
    let commands = commands.as_array().map(Vec::as_slice).unwrap_or_default();
    if commands.len() > COMMANDS_MAX {
        return Err("too many commands".to_owned());
    }
    commands.iter().try_for_each(|entry| {
        let word = |name: &str| entry[name].as_str().unwrap_or_default();
        let (name, description) = (word("command"), utf16(word("description")));
        let sound = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_');
        match (name.len(), description) {
            (1..=32, 1..=256) if name.bytes().all(sound) => Ok(()),
            (1..=32, _) if name.bytes().all(sound) => Err(format!("BOT_COMMAND_DESCRIPTION_INVALID: /{name}")),
            _ => Err(format!("BOT_COMMAND_INVALID: \"{name}\"")),
        }
    })
}

pub fn utf16(text: &str) -> usize {
    text.encode_utf16().count()
}

fn fields_fit(given: &Map<String, Value>, known: &Value) -> Result<(), String> {
    for (name, value) in given {
        let field = known.get(name).ok_or_else(|| format!("unknown parameter \"{name}\""))?;
        fits_any(value, field).map_err(|error| format!("parameter \"{name}\": {error}"))?;
    }
    let missing = |(name, field): &(&String, &Value)| field["required"] == true && !given.contains_key(*name);
    match known.as_object().into_iter().flatten().find(missing) {
        Some((name, _)) => Err(format!("parameter \"{name}\" is missing")),
        None => Ok(()),
    }
}

fn fits_any(value: &Value, field: &Value) -> Result<(), String> {
    let mut errors = Vec::new();
    for kind in field["types"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        match fits(value, kind) {
            Ok(()) => return Ok(()),
            Err(error) => errors.push(error),
        }
    }
    Err(errors.join("; "))
}

fn fits(value: &Value, kind: &str) -> Result<(), String> {
    let right = match (kind, value, &API["types"][kind]) {
        ("Integer", ..) => value.is_i64(),
        ("Float", ..) => value.is_number(),
        ("Boolean", ..) => value.is_boolean(),
        // A file comes beside the parameters, which refer to it by a string.
        ("String" | "InputFile", ..) => value.is_string(),
        (_, Value::Object(given), known @ Value::Object(_)) => return fields_fit(given, known),
        (_, Value::Object(_), Value::Array(union)) => union.iter().filter_map(Value::as_str).any(|kind| fits(value, kind).is_ok()),
        (_, Value::Array(values), _) => match kind.strip_prefix("Array of ") {
            Some(element) => return values.iter().try_for_each(|value| fits(value, element)),
            None => false,
        },
        _ => false,
    };
    if right { Ok(()) } else { Err(format!("{value} is no {kind}")) }
}
