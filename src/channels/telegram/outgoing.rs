//! What is said, in the platform's form: HTML, keyboards, messages within its limits.

use teloxide_core::payloads::{
    AnswerCallbackQuery, AnswerCallbackQuerySetters as _, EditMessageReplyMarkup, EditMessageReplyMarkupSetters as _, EditMessageText,
    EditMessageTextSetters as _, SendMessage, SendMessageSetters as _,
};
use teloxide_core::types::{
    CallbackQueryId, ChatId, InlineKeyboardButton, InlineKeyboardButtonKind, InlineKeyboardMarkup, LinkPreviewOptions, MessageId,
    ParseMode, ReplyParameters,
};

use super::api::{Call, Document, Picture};
use super::button::{Button, DATA_BYTES_MAX, Press};
use super::incoming::Pressed;
use crate::dialogue::QuestionId;
use crate::language::Language;
use crate::profile::{Field, Kind};
use crate::render::{Args, Catalog, Choice, Message};

/// Longest text of a message, in UTF-16 units, without its marks.
const TEXT_UNITS_MAX: usize = 4096;
pub(super) const CAPTION_UNITS_MAX: usize = 1024;
/// From so many choices on, provinces are shown by region.
const PAGED_FROM: usize = 12;
/// Before the label of a choice that is marked.
const MARKED: &str = "☑ ";

/// The 31 provinces by region, as maps and school books group them.
pub const REGIONS: [(&str, &[&str]); 7] = [
    ("north", &["beijing", "tianjin", "hebei", "shanxi", "inner_mongolia"]),
    ("northeast", &["liaoning", "jilin", "heilongjiang"]),
    ("east", &["shanghai", "jiangsu", "zhejiang", "anhui", "fujian", "jiangxi", "shandong"]),
    ("central", &["henan", "hubei", "hunan"]),
    ("south", &["guangdong", "guangxi", "hainan"]),
    ("southwest", &["chongqing", "sichuan", "guizhou", "yunnan", "tibet"]),
    ("northwest", &["shaanxi", "gansu", "qinghai", "ningxia", "xinjiang"]),
];

/// A question with its choices, as a keyboard shows it.
pub struct Asked<'a> {
    pub catalog: &'a Catalog,
    pub language: Language,
    pub question: &'a QuestionId,
    /// The field that is asked for, where the choices are its values.
    pub field: Option<Field>,
    pub choices: &'a [Choice],
    /// Those of the choices that are ticked.
    pub ticked: &'a [String],
}

/// Sends messages to a chat; the keyboard goes under the last one.
pub fn say(chat: i64, messages: &[Message], keyboard: Option<InlineKeyboardMarkup>) -> Vec<Call> {
    let mut calls = Vec::new();
    for (index, message) in messages.iter().enumerate() {
        let keyboard = keyboard.as_ref().filter(|_| index + 1 == messages.len());
        if let Some(picture) = &message.picture {
            let photo = Call::new("sendPhoto", &serde_json::json!({"chat_id": chat}));
            calls.extend(photo.map(|call| Call { picture: Some(Picture::of(picture)), ..call }));
        }
        if let Some(file) = &message.file {
            let caption: String = message.text.chars().take(CAPTION_UNITS_MAX / 2).collect();
            let mut body = serde_json::json!({"chat_id": chat, "caption": caption});
            if let Some(keyboard) = keyboard {
                body["reply_markup"] = serde_json::json!(keyboard);
            }
            let document = Document { name: file.name.clone(), text: file.text.clone() };
            calls.extend(Call::new("sendDocument", &body).map(|call| Call { document: Some(document), ..call }));
            continue;
        }
        let parts = split(&message.text);
        for (number, part) in parts.iter().enumerate() {
            let mut send = SendMessage::new(ChatId(chat), html(part)).parse_mode(ParseMode::Html).link_preview_options(no_preview());
            if let Some(keyboard) = keyboard.filter(|_| number + 1 == parts.len()) {
                send = send.reply_markup(keyboard.clone());
            }
            calls.extend(Call::new("sendMessage", &send));
        }
    }
    calls
}

/// Answers to a message in a group with a way to a private chat, where the bot is told what was understood already.
pub fn point_to_private(chat: i64, answer_to: i32, text: &str, label: &str, bot: &str, brought: &str) -> Option<Call> {
    let mut send = SendMessage::new(ChatId(chat), html(text))
        .parse_mode(ParseMode::Html)
        .reply_parameters(ReplyParameters::new(MessageId(answer_to)).allow_sending_without_reply());
    let start = if brought.is_empty() { "group" } else { brought };
    if let Ok(link) = format!("https://t.me/{bot}?start={start}").parse() {
        send = send.reply_markup(InlineKeyboardMarkup::new([[InlineKeyboardButton::url(label, link)]]));
    }
    Call::new("sendMessage", &send)
}

/// Ends the waiting sign on a button, with a short word where there is something to say.
pub fn answer_press(query: &str, toast: Option<&str>) -> Option<Call> {
    let mut answer = AnswerCallbackQuery::new(CallbackQueryId(query.to_owned()));
    if let Some(toast) = toast {
        answer = answer.text(toast.chars().take(200).collect::<String>());
    }
    Call::new("answerCallbackQuery", &answer)
}

/// Shows under a question what was chosen, and takes its buttons away.
pub fn show_chosen(chat: i64, under: &Pressed, chosen: &str) -> Option<Call> {
    let text = format!("{}\n→ {chosen}", under.text);
    if under.text.is_empty() || units(&text) > TEXT_UNITS_MAX {
        return show_keyboard(chat, under, None);
    }
    let mut edit = EditMessageText::new(ChatId(chat), MessageId(under.id), text).link_preview_options(no_preview());
    if !under.entities.is_empty() {
        edit = edit.entities(under.entities.clone());
    }
    Call::new("editMessageText", &edit)
}

/// Changes the buttons under a message, or takes them away.
pub fn show_keyboard(chat: i64, under: &Pressed, keyboard: Option<InlineKeyboardMarkup>) -> Option<Call> {
    let mut edit = EditMessageReplyMarkup::new(ChatId(chat), MessageId(under.id));
    if let Some(keyboard) = keyboard {
        edit = edit.reply_markup(keyboard);
    }
    Call::new("editMessageReplyMarkup", &edit)
}

/// What a call that went wrong because of its marks says without them.
pub fn plainly(call: &Call) -> Option<Call> {
    call.with(|body| {
        body.remove("parse_mode")?;
        let text = body.get("text")?.as_str()?.replace("<b>", "").replace("</b>", "");
        let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        body.insert("text".to_owned(), text.into());
        Some(())
    })
}

/// The same call to another chat: the group moved.
pub fn readdressed(call: &Call, to: i64) -> Option<Call> {
    call.with(|body| {
        body.insert("chat_id".to_owned(), to.into());
        Some(())
    })
}

impl Asked<'_> {
    /// The buttons under the question, on its first page.
    pub fn keyboard(&self) -> Option<InlineKeyboardMarkup> {
        if self.choices.is_empty() {
            return None;
        }
        if self.is_paged() {
            return Some(self.pages());
        }
        Some(self.rows(self.choices, None))
    }

    /// The words of what is ticked.
    pub fn ticked_labels(&self) -> Vec<String> {
        self.choices.iter().filter(|choice| self.ticked.contains(&choice.value)).map(|choice| choice.label.clone()).collect()
    }

    /// The choices of one region, and the way back.
    pub fn page(&self, region: &str) -> Option<InlineKeyboardMarkup> {
        let (_, provinces) = REGIONS.iter().find(|(name, _)| *name == region)?;
        let shown: Vec<Choice> = self.choices.iter().filter(|choice| provinces.contains(&choice.value.as_str())).cloned().collect();
        Some(self.rows(&shown, Some(self.button("button-regions", Press::Pages))))
    }

    /// The regions to choose from.
    pub fn pages(&self) -> InlineKeyboardMarkup {
        let regions: Vec<_> =
            REGIONS.iter().map(|(name, _)| self.button(&format!("region-{name}"), Press::Open((*name).to_owned()))).collect();
        let mut rows = in_rows(regions);
        rows.extend(self.commands().map(|choice| vec![self.choose(choice)]));
        InlineKeyboardMarkup::new(rows)
    }

    fn is_paged(&self) -> bool {
        self.field == Some(Field::Province) && self.choices.len() > PAGED_FROM
    }

    fn is_several(&self) -> bool {
        self.field.is_some_and(|field| matches!(field.kind(), Kind::Set(_)))
    }

    /// Choices that are no values, such as leaving the question open.
    fn commands(&self) -> impl Iterator<Item = &Choice> {
        self.choices.iter().filter(|choice| choice.command.is_some())
    }

    fn rows(&self, choices: &[Choice], back: Option<InlineKeyboardButton>) -> InlineKeyboardMarkup {
        let values = choices.iter().filter(|choice| choice.command.is_none());
        let buttons = values.map(|choice| {
            // «None of these» stands alone.
            if self.is_several() && choice.value != "none" {
                let mark = if self.ticked.contains(&choice.value) { MARKED } else { "" };
                self.labelled(&format!("{mark}{}", choice.label), Press::Mark(choice.value.clone()))
            } else {
                self.choose(choice)
            }
        });
        let mut rows = in_rows(buttons.collect());
        if self.is_several() {
            rows.push(vec![self.button("button-done", Press::Done)]);
        }
        rows.extend(back.map(|back| vec![back]));
        rows.extend(self.commands().map(|choice| vec![self.choose(choice)]));
        InlineKeyboardMarkup::new(rows)
    }

    fn choose(&self, choice: &Choice) -> InlineKeyboardButton {
        self.labelled(&choice.label, Press::Choose(choice.value.clone()))
    }

    fn button(&self, key: &str, press: Press) -> InlineKeyboardButton {
        self.labelled(&self.catalog.text(self.language, key, &Args::none()), press)
    }

    fn labelled(&self, label: &str, press: Press) -> InlineKeyboardButton {
        let data = Button { question: self.question.clone(), press }.to_string();
        debug_assert!(data.len() <= DATA_BYTES_MAX, "a test holds this for every choice");
        InlineKeyboardButton::callback(label, data)
    }
}

/// The words on the button that a press meant.
pub fn label(under: &Pressed, press: &Press) -> Option<String> {
    let buttons = under.keyboard.iter().flat_map(|keyboard| keyboard.inline_keyboard.iter().flatten());
    let meant = |button: &&InlineKeyboardButton| match &button.kind {
        InlineKeyboardButtonKind::CallbackData(data) => Button::parse(data).is_some_and(|button| button.press == *press),
        _ => false,
    };
    buttons.into_iter().find(meant).map(|button| button.text.clone())
}

/// A domain that somebody names is no page to look at.
fn no_preview() -> LinkPreviewOptions {
    LinkPreviewOptions { is_disabled: true, url: None, prefer_small_media: false, prefer_large_media: false, show_above_text: false }
}

/// Puts buttons into rows, as many beside each other as their words leave room for on a phone.
fn in_rows(buttons: Vec<InlineKeyboardButton>) -> Vec<Vec<InlineKeyboardButton>> {
    let widest = buttons.iter().map(|button| textwrap::core::display_width(&button.text)).max().unwrap_or(0);
    let columns = match widest {
        0..=6 => 4,
        7..=10 => 3,
        11..=18 => 2,
        _ => 1,
    };
    buttons.chunks(columns).map(<[InlineKeyboardButton]>::to_vec).collect()
}

/// A text with its marks: headings are bold; nothing that a person wrote counts as a mark.
pub(super) fn html(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + text.len() / 8);
    for (index, line) in text.lines().enumerate() {
        if index > 0 {
            html.push('\n');
        }
        let heading = line.starts_with('■');
        html.push_str(if heading { "<b>" } else { "" });
        for c in line.chars() {
            match c {
                '<' => html.push_str("&lt;"),
                '>' => html.push_str("&gt;"),
                '&' => html.push_str("&amp;"),
                c => html.push(c),
            }
        }
        html.push_str(if heading { "</b>" } else { "" });
    }
    html
}

pub(super) fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Splits a text into messages between its items; an item goes on in the lines that are indented.
pub fn split(text: &str) -> Vec<String> {
    if units(text) <= TEXT_UNITS_MAX {
        return vec![text.to_owned()];
    }
    let mut items: Vec<String> = Vec::new();
    for line in text.lines() {
        match items.last_mut() {
            Some(item) if line.starts_with(' ') => {
                item.push('\n');
                item.push_str(line);
            }
            _ => items.push(line.to_owned()),
        }
    }
    let mut parts: Vec<String> = Vec::new();
    for item in items.iter().flat_map(|item| chop(item)) {
        match parts.last_mut() {
            Some(part) if units(part) + 1 + units(item) <= TEXT_UNITS_MAX => {
                part.push('\n');
                part.push_str(item);
            }
            _ => parts.push(item.to_owned()),
        }
    }
    // A heading goes with what it heads.
    for index in 1..parts.len() {
        let Some((before, heading)) = parts[index - 1].trim_end().rsplit_once('\n').filter(|(_, last)| last.starts_with('■')) else {
            continue;
        };
        if units(heading) + 1 + units(&parts[index]) <= TEXT_UNITS_MAX {
            let (before, heading) = (before.to_owned(), heading.to_owned());
            parts[index] = format!("{heading}\n{}", parts[index]);
            parts[index - 1] = before;
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts.iter().map(|part| part.trim_matches('\n').to_owned()).collect()
}

/// An item that alone is too long for a message, in pieces.
fn chop(item: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut length) = (0, 0);
    for (at, c) in item.char_indices() {
        if length + c.len_utf16() > TEXT_UNITS_MAX {
            pieces.push(&item[start..at]);
            (start, length) = (at, 0);
        }
        length += c.len_utf16();
    }
    pieces.push(&item[start..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Field;
    use proptest::prelude::*;

    #[test]
    fn every_province_has_a_region() {
        let mut listed: Vec<&str> = REGIONS.iter().flat_map(|(_, provinces)| provinces.iter().copied()).collect();
        let mut provinces: Vec<&str> = Field::Province.allowed_values().to_vec();
        listed.sort_unstable();
        provinces.sort_unstable();
        assert_eq!(listed, provinces);
    }

    #[test]
    fn what_people_write_is_no_mark() {
        assert_eq!(html("a <b>&amp;</b>\n■ 标题 <i>"), "a &lt;b&gt;&amp;amp;&lt;/b&gt;\n<b>■ 标题 &lt;i&gt;</b>");
    }

    #[test]
    fn a_long_checklist_is_split_between_its_items() {
        let item = |number: usize| format!("{number}. 准备材料{}\n   ‹出处›", "很长".repeat(20));
        let text = format!("结论\n\n■ 材料\n{}", (1..200).map(item).collect::<Vec<_>>().join("\n"));
        let parts = split(&text);
        assert!(parts.len() > 1);
        for part in &parts {
            assert!(units(part) <= TEXT_UNITS_MAX);
            assert!(part.ends_with("‹出处›"), "{part}");
        }
        assert_eq!(parts.join("\n"), text);
    }

    proptest! {
        #[test]
        fn splitting_loses_nothing_and_keeps_the_limit(text in "([a-z \n■]|𠀀|很){0,9000}") {
            let parts = split(&text);
            prop_assert!(parts.iter().all(|part| units(part) <= TEXT_UNITS_MAX));
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(letters(&parts.concat()), letters(&text));
        }
    }
}
