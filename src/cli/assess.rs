//! `assess`: profiles in, assessments out.

use serde::Serialize;

use super::lines::LINE_BYTES_MAX;
use super::{BAD, OK, USAGE, fail, language};
use crate::assistant::Assistant;
use crate::dialogue::day_in_china;
use crate::language::Language;
use crate::profile::{FieldSet, Profile, ProfileError};
use crate::render::Renderer;
use crate::rules::{Assessment, Documents};

#[derive(clap::Args)]
#[command(
    after_help = "Example:\n  echo '{\"operation\": \"first_filing\", \"province\": \"fujian\", \"filer\": \"individual\"}' | beian-bot assess --lang en"
)]
pub(super) struct Arguments {
    /// Language of titles and texts: zh-CN or en.
    #[arg(long, default_value = "zh-CN", value_parser = language, value_name = "LANGUAGE")]
    lang: Language,
    /// Answer from these documents alone: KEY,KEY,…
    #[arg(long, value_delimiter = ',', value_name = "KEYS")]
    sources: Option<Vec<String>>,
}

#[derive(Serialize)]
struct Line<'a> {
    verdict: &'a str,
    items: Vec<ItemLine<'a>>,
    questions: Vec<&'a str>,
}

#[derive(Serialize)]
struct ItemLine<'a> {
    id: &'a str,
    kind: &'a str,
    status: &'a str,
    check: &'a str,
    title: &'a str,
    text: &'a str,
    sources: Vec<&'a str>,
    because: Vec<&'a str>,
    replaced_by: Option<&'a str>,
    /// The unknown fields that still decide.
    open: Vec<&'a str>,
}

#[derive(Serialize)]
struct ErrorLine<'a> {
    error: ErrorBody<'a>,
}

#[derive(Serialize)]
struct ErrorBody<'a> {
    line: usize,
    field: Option<&'a str>,
    message: &'a str,
}

pub(super) fn run(assistant: &Assistant, arguments: &Arguments) -> u8 {
    let documents = match &arguments.sources {
        None => Documents::ALL,
        Some(keys) => match assistant.rules.documents(keys.iter().map(|key| key.trim())) {
            Ok(documents) => documents,
            Err(unknown) => {
                let known: Vec<_> = assistant.rules.sources.documents.iter().map(|document| document.key.as_str()).collect();
                return fail(USAGE, &format!("unknown document `{unknown}`; documents are {}", known.join(", ")));
            }
        },
    };
    let renderer = assistant.renderer();
    let today = day_in_china(chrono::Utc::now());
    let mut bad = false;
    let result = super::lines::answer_each(|number, line, out| match read(line) {
        Ok(profile) => {
            let assessment = assistant.rules.assess_from(&profile, today, documents);
            write_json(out, &to_line(&renderer, arguments.lang, &assessment));
        }
        Err(error) => {
            bad = true;
            let body = ErrorBody { line: number, field: error.field.as_deref(), message: &error.message };
            write_json(out, &ErrorLine { error: body });
        }
    });
    match result {
        Ok(()) if bad => BAD,
        Ok(()) => OK,
        Err(error) => fail(BAD, &error),
    }
}

fn read(line: Result<&[u8], &[u8]>) -> Result<Profile, ProfileError> {
    let too_long = |_| ProfileError { field: None, message: format!("the line is longer than {LINE_BYTES_MAX} bytes") };
    match std::str::from_utf8(line.map_err(too_long)?) {
        Ok(text) => Profile::from_json_text(text),
        Err(error) => Err(ProfileError { field: None, message: format!("not a JSON object: the line is not UTF-8 ({error})") }),
    }
}

fn to_line<'a>(renderer: &'a Renderer<'_>, language: Language, assessment: &'a Assessment<'a>) -> Line<'a> {
    let names = |fields: FieldSet| fields.iter().map(|field| field.name()).collect();
    let items = assessment.items.iter().map(|item| {
        let text = renderer.rule_text(language, item.rule);
        ItemLine {
            id: &item.rule.id,
            kind: item.rule.kind.name(),
            status: item.status.name(),
            check: item.check.name(),
            title: &text.title,
            text: &text.text,
            sources: item.sources().map(|citation| citation.as_str()).collect(),
            because: names(item.because),
            replaced_by: item.replaced_by.map(|rule| rule.id.as_str()),
            open: names(item.open),
        }
    });
    Line {
        verdict: assessment.verdict.name(),
        items: items.collect(),
        questions: assessment.questions.iter().map(|field| field.name()).collect(),
    }
}

pub(super) fn write_json(out: &mut String, value: &impl Serialize) {
    match serde_json::to_string(value) {
        Ok(json) => out.push_str(&json),
        // Strings, numbers and lists of them can always be written.
        Err(error) => debug_assert!(false, "{error}"),
    }
}
