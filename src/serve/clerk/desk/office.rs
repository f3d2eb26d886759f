//! What the staff does beside cases: invitations, messages that are passed on, figures.

use chrono::TimeDelta;

use super::*;
use crate::desk::invitation::{CAMPAIGN_CHARS_MAX, Invitation, SealError};
use crate::matching::{listed, told};
use crate::profile::Profile;

/// How long an invitation counts where nothing else is said, in days.
pub const INVITED_DAYS: i64 = 30;
const INVITED_DAYS_MAX: i64 = 366;

/// What an agent wrote behind `/invite`.
struct Wanted {
    campaign: Option<String>,
    days: i64,
    words: String,
}

impl Wanted {
    /// «广东 企业 #双十一 14天»: answers, a campaign, days.
    fn read(text: &str) -> Wanted {
        let mut wanted = Wanted { campaign: None, days: INVITED_DAYS, words: String::new() };
        let mut words: Vec<&str> = Vec::new();
        for word in text.split_whitespace() {
            if let Some(name) = word.strip_prefix(['#', '＃']).filter(|name| !name.is_empty()) {
                wanted.campaign = Some(name.chars().take(CAMPAIGN_CHARS_MAX).collect());
            } else if let Some(days) = days(word) {
                wanted.days = days;
            } else if matches!(word, "天" | "days" | "day")
                && words.last().is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_digit()))
            {
                wanted.days = words.pop().and_then(|number| number.parse().ok()).unwrap_or(INVITED_DAYS);
            } else {
                words.push(word);
            }
        }
        wanted.days = wanted.days.clamp(1, INVITED_DAYS_MAX);
        wanted.words = words.join(" ");
        wanted
    }
}

fn days(word: &str) -> Option<i64> {
    word.strip_suffix("天").or_else(|| word.strip_suffix("days")).and_then(|number| number.parse().ok())
}

impl AtDesk<'_> {
    /// A customer's message that an agent passed on: what is understood of it, the checklist to send on, and a link that brings it all.
    pub(super) async fn passed_on(&mut self, post: &Post, text: &str) -> Result<(), StoreError> {
        let assistant = &self.clerk.assistant;
        let answers = told(&assistant.vocabulary, None, &mask(text), self.today()).values;
        let mut profile = Profile::default();
        for (field, value) in &answers {
            profile.set(*field, value.clone());
        }
        let assessment = assistant.rules.assess(&profile, self.today());
        // The list is for the customer, in the language of their message.
        let theirs = if text.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}')) { Language::Chinese } else { Language::English };
        let said = self.staff_words().understood(&answers);
        self.answer(post, &said)?;
        let list = self.words(theirs).list(&assessment);
        self.answer(post, &list)?;
        self.batch.audit(self.now, post.by.id, "passed on", None, None).await?;
        if answers.is_empty() { Ok(()) } else { self.send_link(post, post.by.name.clone(), answers, INVITED_DAYS).await }
    }

    /// A link that fills in answers.
    pub(super) async fn invite(&mut self, post: &Post, words: &str) -> Result<(), StoreError> {
        let wanted = Wanted::read(words);
        let Some(answers) = listed(&self.clerk.assistant.vocabulary, &wanted.words, self.today()) else {
            let text = self.staff_words().plain("desk-invite-nothing");
            return self.answer(post, &text);
        };
        // Without a campaign the agent invites.
        let name = wanted.campaign.unwrap_or_else(|| post.by.name.clone());
        self.send_link(post, name, answers, wanted.days).await
    }

    async fn send_link(
        &mut self,
        post: &Post,
        name: String,
        answers: Vec<(crate::profile::Field, crate::profile::Value)>,
        days: i64,
    ) -> Result<(), StoreError> {
        let words = self.staff_words();
        let Some(bot) = self.clerk.bot.get() else { return self.answer(post, &words.plain("desk-invite-no-bot")) };
        let campaign = self.batch.campaign(&name, self.now).await?;
        let expires = self.now + TimeDelta::days(days);
        let invitation = Invitation { campaign, answers, expires };
        let link = match invitation.seal(&self.clerk.invitations.key) {
            Ok(payload) => format!("https://t.me/{bot}?start={payload}"),
            Err(SealError::TooLong { .. } | SealError::Unsuited(_)) => return self.answer(post, &words.plain("desk-invite-too-long")),
        };
        let text = words.invitation(&invitation.answers, &name, expires, &link);
        let call = calls::with_copy_button(calls::text(self.group, &text, &[]), &words.plain("desk-button-copy"), &link);
        self.send_answer(post, call)
    }

    pub(super) async fn stats(&mut self, post: &Post, period: Option<&str>) -> Result<(), StoreError> {
        // «/stats 30 #双十一»: a number of days, and a campaign.
        let mut words = period.unwrap_or_default().split_whitespace();
        let campaign = words.clone().find_map(|word| word.strip_prefix(['#', '＃']));
        let days = words.find_map(|word| word.trim_end_matches(['d', '天']).parse::<i64>().ok()).unwrap_or(7).clamp(1, 366);
        let from = self.today() - TimeDelta::days(days - 1);
        let figures = self.batch.figures(from, self.today(), campaign).await?;
        let text = self.staff_words().figures(&figures, days, campaign);
        self.answer(post, &text)
    }
}
