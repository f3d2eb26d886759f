//! `match`: utterances in, values out.

use serde::Serialize;
use serde_json::Value as Json;

use super::assess::write_json;
use super::{BAD, OK, fail};
use crate::assistant::Assistant;
use crate::matching::match_field;
use crate::profile::Field;

#[derive(clap::Args)]
#[command(after_help = "Example:\n  echo 深圳那边 | beian-bot match --field province")]
pub(super) struct Arguments {
    /// What the utterances answer.
    #[arg(long, value_enum)]
    field: MatchField,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum MatchField {
    Province,
    Content,
    Filer,
    Identity,
    Provider,
    Operation,
}

impl MatchField {
    fn field(self) -> Field {
        match self {
            MatchField::Province => Field::Province,
            MatchField::Content => Field::Content,
            MatchField::Filer => Field::Filer,
            MatchField::Identity => Field::Identity,
            MatchField::Provider => Field::Provider,
            MatchField::Operation => Field::Operation,
        }
    }
}

#[derive(Serialize)]
struct Line<'a> {
    input: &'a str,
    best: Option<Json>,
    score: f64,
    decision: &'a str,
    candidates: Vec<CandidateLine<'a>>,
}

#[derive(Serialize)]
struct CandidateLine<'a> {
    value: &'a str,
    score: f64,
    because: &'a str,
}

pub(super) fn run(assistant: &Assistant, arguments: &Arguments) -> u8 {
    let field = arguments.field.field();
    let result = super::lines::answer_each(|_, line, out| {
        // Of a line that is too long, its beginning says enough.
        let input = String::from_utf8_lossy(line.unwrap_or_else(|beginning| beginning));
        let found = match_field(&assistant.vocabulary, field, &input);
        let candidates = found.candidates.iter().map(|candidate| CandidateLine {
            value: field.allowed_values()[usize::from(candidate.value)],
            score: round(candidate.score),
            because: &candidate.because,
        });
        let line = Line {
            input: &input,
            best: found.best.as_ref().map(|value| value.to_json(field)),
            score: round(found.score),
            decision: found.decision.name(),
            candidates: candidates.collect(),
        };
        write_json(out, &line);
    });
    match result {
        Ok(()) => OK,
        Err(error) => fail(BAD, &error),
    }
}

/// Two digits tell likeness well enough.
fn round(score: f64) -> f64 {
    (score * 100.0).round() / 100.0
}
