//! A filing that is lived through in simulated time, written down as a person would read it.

use beian_bot::dialogue::{Input, QuestionId, Session, reminders, turn};
use chrono::{DateTime, Datelike as _, NaiveDateTime, Timelike as _, Utc};
use chrono_tz::Asia::Shanghai;
use expect_test::Expect;

use super::chat::{ASSISTANT, written};

/// A person with a phone, and a clock that only goes when it is told to.
pub struct Life {
    pub session: Session,
    pub now: DateTime<Utc>,
    pub transcript: String,
}

/// A moment in China.
pub fn moment(local: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(local, "%Y-%m-%d %H:%M").expect("a moment");
    local.and_local_timezone(Shanghai).single().expect("one moment").to_utc()
}

impl Life {
    /// Somebody whose checklist was shown, at a moment in China.
    pub fn with_checklist(at: &str, said: &[&str]) -> Life {
        let mut life = Life { session: Session::default(), now: moment(at), transcript: String::new() };
        life.take(&Input::Open);
        said.iter().for_each(|text| life.take(&Input::Text((*text).to_owned())));
        life.transcript.clear();
        life
    }

    fn stamp(&mut self) {
        let local = self.now.with_timezone(&Shanghai);
        let weekday = ["一", "二", "三", "四", "五", "六", "日"][local.weekday().num_days_from_monday() as usize];
        self.transcript.push_str(&format!("{} 周{weekday} {:02}:{:02}\n", local.format("%m-%d"), local.hour(), local.minute()));
    }

    pub fn take(&mut self, input: &Input) {
        let taken = turn(ASSISTANT.knowledge(), &self.session, input, self.now);
        for message in ASSISTANT.renderer().turn(&taken) {
            self.transcript.push_str(&written(&message));
        }
        self.session = taken.session;
    }

    /// Says something at a moment; what is due before is said first.
    pub fn say(&mut self, at: &str, text: &str) {
        self.until(at);
        self.stamp();
        self.transcript.push_str(&format!("> {text}\n"));
        self.take(&Input::Text(text.to_owned()));
    }

    /// Presses a button under the last reminder.
    pub fn press(&mut self, at: &str, token: &str) {
        self.until(at);
        self.stamp();
        self.transcript.push_str(&format!("> [{token}]\n"));
        let settings = self.session.person.reminders.as_ref().expect("reminders");
        let question = QuestionId::of_reminder(settings).expect("a reminder");
        self.take(&Input::Press { question, token: token.to_owned() });
    }

    /// Lets time go by; what is due is said when it is due.
    pub fn until(&mut self, at: &str) {
        let end = moment(at);
        while let Some(wake_at) = reminders::wake_at(ASSISTANT.knowledge(), &self.session, self.now).filter(|wake_at| *wake_at <= end) {
            self.now = wake_at.max(self.now);
            let spoken = reminders::speak(ASSISTANT.knowledge(), &self.session, self.now).expect("what was planned");
            let message = ASSISTANT.renderer().reminder(&spoken);
            self.stamp();
            self.transcript.push_str(&written(&message));
            self.session = spoken.session;
            assert!(reminders::speak(ASSISTANT.knowledge(), &self.session, self.now).is_none(), "said twice:\n{}", self.transcript);
        }
        self.now = end;
    }

    /// No service runs meanwhile: nothing is said, whatever is due.
    pub fn while_nothing_runs(&mut self, until: &str) {
        self.now = moment(until);
    }

    pub fn check(&self, expect: Expect) {
        expect.assert_eq(&self.transcript);
    }
}
