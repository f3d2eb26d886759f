//! Figures as text, as a table and as JSON.

use serde_json::{Map, Value as Json, json};

use super::sums::{self, Sums};
use super::{Period, Told};

/// Answers that were not understood, of which the most frequent are shown; `--not-understood` gives all.
const ANSWERS_MAX: usize = 20;

/// The columns of the table.
const COLUMNS: [&str; 7] = ["section", "campaign", "day", "name", "field", "detail", "count"];

/// For reading. With a campaign it is of that alone.
pub(super) fn text(told: &Told, campaign: Option<&str>) -> String {
    let Period { from, until } = told.period;
    let mut text = format!("{from} to {until}\n\n");
    match campaign {
        Some(campaign) => block(&mut text, &format!("campaign {campaign}"), &sums::of(told)),
        None => {
            block(&mut text, "all", &sums::of(told));
            let campaigns = sums::by_campaign(told);
            // Where nobody invited anybody, all is told already.
            for (campaign, sums) in campaigns.iter().filter(|_| campaigns.keys().any(Option::is_some)) {
                let title = campaign.map_or_else(|| "without an invitation".to_owned(), |name| format!("campaign {name}"));
                text.push('\n');
                block(&mut text, &title, sums);
            }
        }
    }
    text
}

fn block(text: &mut String, title: &str, sums: &Sums) {
    let listed = |counts: &mut dyn Iterator<Item = (&str, i64)>| {
        let parts: Vec<String> = counts.filter(|(_, count)| *count > 0).map(|(name, count)| format!("{name} {count}")).collect();
        if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) }
    };
    let stops = |stops: &[(String, i64)]| {
        let all: i64 = stops.iter().map(|(_, count)| count).sum();
        format!("{all}{}", listed(&mut stops.iter().map(|(field, count)| (field.as_str(), *count))))
    };
    let with_details = |what| format!("{}{}", sums.total(what), listed(&mut sums.details(what)));
    let first_reply = match sums.first_reply_minutes() {
        Some(minutes) => {
            let waits = sums.first_reply_waits();
            let within =
                |share: &str, minutes: Option<i64>| minutes.map(|minutes| format!(", {share} within {minutes}")).unwrap_or_default();
            let (half, most) = (within("half", waits.median()), within("nine of ten", waits.ninetieth()));
            format!("after {minutes} minutes on average{half}{most} (cases: {})", sums.count("first_reply", "cases"))
        }
        None => "none".to_owned(),
    };
    let rating = match sums.rating() {
        Some((stars, rated)) => format!("{stars} on average (people: {rated})"),
        None => "none".to_owned(),
    };
    let lines = [
        ("conversations", sums.total("conversation").to_string()),
        ("checklists", sums.total("checklist").to_string()),
        ("all answered", sums.total("all_asked").to_string()),
        ("dropped out", stops(&sums.dropped_out)),
        ("stopped refining", stops(&sums.stopped_refining)),
        ("handed over", with_details("handed_over")),
        ("closed", sums.total("closed").to_string()),
        ("first reply", first_reply),
        ("rating", rating),
        ("rules said wrong", with_details("reported")),
        ("not understood", sums.total("not_understood").to_string()),
    ];
    text.push_str(&format!("{}\n", plain(title)));
    lines.iter().for_each(|(name, told)| text.push_str(&format!("  {name:<17} {told}\n")));
    for ((field, said), count) in sums.not_understood.iter().take(ANSWERS_MAX) {
        text.push_str(&format!("  {count:>5} × {}: {}\n", field.as_deref().unwrap_or("-"), plain(said)));
    }
}

/// What people write must not move the cursor of whoever reads it.
fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

pub(super) fn json(told: &Told) -> String {
    let campaigns = sums::by_campaign(told);
    let campaigns: Vec<Json> = campaigns
        .iter()
        .map(|(campaign, sums)| {
            let mut object = Map::from_iter([("campaign".to_owned(), json!(campaign))]);
            object.extend(object_of(sums));
            Json::Object(object)
        })
        .collect();
    let Period { from, until } = told.period;
    format!("{}\n", json!({"from": from, "until": until, "total": object_of(&sums::of(told)), "campaigns": campaigns}))
}

fn object_of(sums: &Sums) -> Map<String, Json> {
    let counts = |what: &str| -> Map<String, Json> {
        let rows = sums.rows();
        rows.into_iter().filter(|(name, ..)| *name == what).map(|(_, detail, count)| (detail.to_owned(), count.into())).collect()
    };
    let stops =
        |stops: &[(String, i64)]| -> Map<String, Json> { stops.iter().map(|(field, count)| (field.clone(), (*count).into())).collect() };
    let answers = sums.not_understood.iter().take(ANSWERS_MAX);
    let answers: Vec<Json> = answers.map(|((field, said), count)| json!({"field": field, "input": said, "count": count})).collect();
    let object = json!({
        "conversations": sums.total("conversation"),
        "checklists": sums.total("checklist"),
        "all_asked": sums.total("all_asked"),
        "dropped_out": stops(&sums.dropped_out),
        "stopped_refining": stops(&sums.stopped_refining),
        "handed_over": counts("handed_over"),
        "closed": sums.total("closed"),
        "first_reply": {
            "cases": sums.count("first_reply", "cases"),
            "average_minutes": sums.first_reply_minutes(),
            "median_minutes": sums.first_reply_waits().median(),
            "ninetieth_minutes": sums.first_reply_waits().ninetieth(),
        },
        "rating": {"average": sums.rating().map(|(stars, _)| stars), "counts": counts("rating")},
        "reported": counts("reported"),
        "not_understood": sums.total("not_understood"),
        "answers_not_understood": answers,
    });
    match object {
        Json::Object(object) => object,
        _ => Map::new(),
    }
}

/// One table: a section for the days, one for the campaigns over all days, one for all. So whoever adds up takes one section.
pub(super) fn csv(told: &Told) -> String {
    let mut table = Table(String::new());
    table.row(COLUMNS);
    for (day, campaign, what, detail, count) in sums::by_day(told) {
        table.row(["day", campaign.unwrap_or_default(), &day.to_string(), what, "", detail, &count.to_string()]);
    }
    for (campaign, sums) in &sums::by_campaign(told) {
        table.section("campaign", campaign.unwrap_or_default(), sums);
    }
    table.section("total", "", &sums::of(told));
    table.0
}

struct Table(String);

impl Table {
    fn section(&mut self, section: &str, campaign: &str, sums: &Sums) {
        let mut row = |name: &str, field: &str, detail: &str, count: i64| {
            self.row([section, campaign, "", name, field, detail, &count.to_string()]);
        };
        for (what, detail, count) in sums.rows() {
            row(what, "", detail, count);
        }
        sums.dropped_out.iter().for_each(|(field, count)| row("dropped_out", field, "", *count));
        sums.stopped_refining.iter().for_each(|(field, count)| row("stopped_refining", field, "", *count));
        for ((field, said), count) in sums.not_understood.iter().take(ANSWERS_MAX) {
            row("answer_not_understood", field.as_deref().unwrap_or_default(), said, *count);
        }
    }

    fn row(&mut self, cells: [&str; COLUMNS.len()]) {
        self.0.push_str(&cells.map(cell).join(","));
        self.0.push('\n');
    }
}

/// A cell, in quotes where it needs them. What a program for tables would take for a formula gets an apostrophe before it, and of signs
/// that control a terminal only the end of a line stays: strangers wrote it.
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@']);
    let text: String = text.chars().map(|c| if c.is_control() && c != '\n' { ' ' } else { c }).collect();
    let text = if formula { format!("'{text}") } else { text };
    if text.contains([',', '"', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn cells_come_back_as_they_were_and_are_no_formulas() {
        for (text, written) in [
            ("", ""),
            ("双十一", "双十一"),
            ("a,b", "\"a,b\""),
            ("said \"no\"", "\"said \"\"no\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
            ("-1", "'-1"),
            ("a\u{1b}[2J\r", "a [2J "),
        ] {
            assert_eq!(cell(text), written, "{text}");
        }
    }
}
