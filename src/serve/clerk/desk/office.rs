//! What the staff does beside cases: invitations, messages that are passed on, figures.

use super::AtDesk;
use crate::channels::telegram::desk::calls;
use crate::channels::telegram::desk::incoming::Post;
use crate::language::Language;
use crate::matching::told;
use crate::profile::Profile;
use crate::store::StoreError;

impl AtDesk<'_> {
    /// A customer's message that an agent passed on: what is understood of it, and the checklist to send on.
    pub(super) async fn passed_on(&mut self, post: &Post, text: &str) -> Result<(), StoreError> {
        let assistant = &self.clerk.assistant;
        let answers = told(&assistant.vocabulary, None, text, self.today()).values;
        let mut profile = Profile::default();
        for (field, value) in &answers {
            profile.set(*field, value.clone());
        }
        let assessment = assistant.rules.assess(&profile, self.today());
        // The list is for the customer, in the language of their message.
        let theirs = if text.chars().any(|c| matches!(c, '\u{4e00}'..='\u{9fff}')) { Language::Chinese } else { Language::English };
        let (_, list) = self.words(theirs).understood(&answers, &assessment);
        let (said, _) = self.staff_words().understood(&answers, &assessment);
        self.answer(post, &said)?;
        self.answer(post, &list)
    }

    pub(super) async fn invite(&mut self, post: &Post, _words: &str) -> Result<(), StoreError> {
        let text = self.staff_words().plain("desk-invite-nothing");
        self.answer(post, &text)
    }

    pub(super) async fn stats(&mut self, post: &Post, _period: Option<&str>) -> Result<(), StoreError> {
        let call = calls::text(self.group, "", &[]);
        drop(call);
        self.answer(post, "")
    }
}
