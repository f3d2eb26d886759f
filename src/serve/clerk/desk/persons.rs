//! What persons want of the desk, and what it tells them.

use super::*;
use crate::channels::telegram::desk::calls::Changed;
use crate::channels::telegram::incoming::Arrival;

impl<'w> AtDesk<'w> {
    /// Does what came of a person's turn.
    pub(in crate::serve::clerk) async fn grant(&mut self, person: i64, session: &Session, wish: &Wish) -> Result<(), StoreError> {
        match &wish.what {
            Wished::HandOver { reason, words } => {
                self.count(session.person.campaign, "handed_over", reason.name(), 1).await?;
                match self.last_to_reopen(person).await? {
                    // Whoever comes back soon is not asked anew what was said there already.
                    Some(case) => self.reopen(case, session, words.as_deref()).await?,
                    None => {
                        let id = self.batch.open_case(person, *reason, self.now, self.raise_at(0)).await?;
                        let Some(case) = self.batch.case(id).await? else { return Ok(()) };
                        self.place(&case, session, words.as_deref()).await?;
                    }
                }
                let waiting = self.waiting().await?;
                let text = self.words(session.person.language).handed_over(&waiting);
                self.send(wish.chat, calls::text(wish.chat, &text, &[]))
            }
            Wished::Relay(arrival) => {
                let Some(mut case) = self.batch.open_case_of(person).await? else { return Ok(()) };
                if case.place.is_none() && !self.is_being_placed(&case).await? {
                    self.place(&case, session, None).await?;
                }
                self.relay(&case, wish.chat, arrival).await?;
                self.begin_to_wait(&mut case);
                self.change(&case).await
            }
            Wished::Leave => {
                let Some(mut case) = self.batch.open_case_of(person).await? else { return Ok(()) };
                let text = self.staff_words().plain("desk-left-by-person");
                self.note(&case, &text)?;
                self.close(&mut case, None, session.person.campaign).await?;
                self.ask_to_rate(&case, session)
            }
            // They are in the books already.
            Wished::Report { .. } => self.tell_reports().await,
            Wished::Rate { query, case, stars } => self.rate(person, session, (wish.chat, query), *case, *stars).await,
        }
    }

    /// Answers a button of somebody of whom nothing is known.
    pub(in crate::serve::clerk) fn too_late(&mut self, wish: &Wish) -> Result<(), StoreError> {
        let Wished::Rate { query, .. } = &wish.what else { return Ok(()) };
        let stale = self.words(Language::default()).plain("ui-toast-stale");
        self.send(wish.chat, answer_press(query, Some(&stale)))
    }

    /// The last case of a person, where it was closed a short while ago.
    async fn last_to_reopen(&mut self, person: i64) -> Result<Option<Case>, StoreError> {
        let last = self.batch.cases_of(person).await?.pop();
        Ok(last.filter(|case| case.closed_at.is_some_and(|closed| self.now - closed < REOPENED_WITHIN)))
    }

    async fn reopen(&mut self, case: Case, session: &Session, words: Option<&str>) -> Result<(), StoreError> {
        let mut case = Case { closed_at: None, closed_because: None, taken_by: None, rating: None, ..case };
        self.begin_to_wait(&mut case);
        self.change(&case).await?;
        if let Some(Place::Topic(topic)) = case.place {
            self.about_case(&case, calls::change_topic("reopenForumTopic", self.group, topic))?;
        }
        if case.place.is_none() && !self.is_being_placed(&case).await? {
            self.place(&case, session, words).await
        } else {
            self.card(&case, session, words).await
        }
    }

    /// Passes on to the staff what a person said, sent or changed.
    async fn relay(&mut self, case: &Case, chat: i64, arrival: &Arrival) -> Result<(), StoreError> {
        let there = match arrival.answers {
            Some(here) => self.batch.there_of(case.id, here).await?,
            None => None,
        };
        let words = self.staff_words();
        let (id, said) = match &arrival.act {
            Act::Said { text, id } => (*id, calls::texts(self.group, &words.from_person(&mask(text)))),
            Act::Edited { text, id } => {
                let edited = words.edited(&mask(text));
                if self.change_relayed(case, Part::ToGroup { here: Some(*id) }, &Changed::Text(edited.clone())).await? {
                    return Ok(());
                }
                (*id, calls::texts(self.group, &edited))
            }
            // A contact holds a number of somebody: it stays here.
            Act::Sent { what: Thing::Contact, .. } => {
                let kept = self.words_of(case).await?.plain("desk-contact-kept");
                self.for_person(case, calls::text(chat, &kept, &[]))?;
                return self.note(case, &words.plain("desk-not-relayed"));
            }
            Act::Sent { caption, id, .. } => {
                let caption = caption.as_deref().unwrap_or_default();
                let copies = calls::copies(chat, *id, self.group, caption, &mask(caption), |words| words.to_owned());
                let stays = mask(caption) == caption && copies.len() == 1 && there.is_none();
                let album = arrival.album.as_deref().filter(|_| stays);
                if self.joins_album(case, album, chat, *id, self.group)? {
                    return Ok(());
                }
                (*id, copies)
            }
            Act::Recaptioned { caption, id } => {
                let caption = caption.as_deref().unwrap_or_default();
                let edited = if caption.is_empty() { String::new() } else { words.edited(&mask(caption)) };
                if self.change_relayed(case, Part::ToGroup { here: Some(*id) }, &Changed::Caption(edited.clone())).await? {
                    return Ok(());
                }
                (*id, calls::copies(chat, *id, self.group, caption, &edited, |words| words.to_owned()))
            }
            _ => return Ok(()),
        };
        for (index, call) in said.into_iter().enumerate() {
            // A long one comes in pieces: the first stands for the message.
            let (here, there) = if index == 0 { (Some(id), there) } else { (None, None) };
            self.for_group(case, calls::part(calls::answering(Some(call), there), Part::ToGroup { here }))?;
        }
        Ok(())
    }

    /// How long one waits.
    pub(super) async fn waiting(&mut self) -> Result<Waiting, StoreError> {
        let queue = self.batch.queue().await?;
        let workdays = &self.clerk.assistant.workdays;
        // Who asks at night waits from the morning on.
        let minutes =
            |(opened, replied): &(DateTime<Utc>, DateTime<Utc>)| (*replied - self.desk.hours.opens(workdays, *opened)).num_minutes().max(0);
        let mut waited: Vec<i64> = queue.first_replies.iter().map(minutes).collect();
        waited.sort_unstable();
        let opens = self.desk.hours.opens(workdays, self.now);
        Ok(Waiting {
            before: queue.waiting.saturating_sub(1),
            minutes: waited.get(waited.len() / 2).copied().filter(|_| waited.len() >= REPLIES_MIN),
            opens: (opens > self.now).then_some(opens),
            hours: self.desk.hours,
        })
    }

    pub(super) async fn close(&mut self, case: &mut Case, because: Option<&str>, campaign: Option<u32>) -> Result<(), StoreError> {
        case.closed_at = Some(self.now);
        case.closed_because = because.map(str::to_owned);
        Self::end_waiting(case);
        self.change(case).await?;
        self.count(campaign, "closed", "", 1).await?;
        if let Some(Place::Topic(topic)) = case.place {
            self.about_case(case, calls::change_topic("closeForumTopic", self.group, topic))?;
        }
        Ok(())
    }

    pub(super) fn ask_to_rate(&mut self, case: &Case, session: &Session) -> Result<(), StoreError> {
        // Where nobody helped there is nothing to rate.
        if case.first_reply_at.is_none() {
            return Ok(());
        }
        let words = self.words(session.person.language);
        let stars = (1..=5).map(|stars| (words.stars(stars), DeskButton::Rate(case.id, stars).to_string())).collect::<Vec<_>>();
        let call = calls::in_one_row(calls::text(0, &words.plain("desk-ask-rating"), &[]), &stars);
        let Ok(chat) = case.address.parse::<i64>() else { return Ok(()) };
        self.for_person(case, call.and_then(|call| crate::channels::telegram::outgoing::readdressed(&call, chat)))
    }

    pub(super) async fn rate(
        &mut self,
        person: i64,
        session: &Session,
        (chat, query): (i64, &str),
        case: i64,
        stars: u8,
    ) -> Result<(), StoreError> {
        let words = self.words(session.person.language);
        let (taken, stale) = (words.plain("desk-rated"), words.plain("ui-toast-stale"));
        // A button of somebody else's case says nothing of this one.
        let known = self.batch.case(case).await?.filter(|case| case.person == person && !case.is_open() && case.rating.is_none());
        let Some(mut case) = known else { return self.send(chat, answer_press(query, Some(&stale))) };
        case.rating = Some(stars);
        self.change(&case).await?;
        self.count(session.person.campaign, "rating", &stars.to_string(), 1).await?;
        self.send(chat, answer_press(query, Some(&taken)))
    }

    /// Tells of reports in a topic of their own, which is made with the first; without topics in the group itself.
    pub(super) async fn tell_reports(&mut self) -> Result<(), StoreError> {
        let topic = self.batch.service_value(REPORTS_TOPIC).await?;
        let Some(topic) = topic else {
            self.batch.set_service_value(REPORTS_TOPIC, TOPIC_COMES).await?;
            let name = self.staff_words().plain("desk-reports-topic");
            return self.send(self.group, calls::topic(self.group, &name, Part::ReportsTopic));
        };
        if topic == TOPIC_COMES {
            return Ok(());
        }
        for (id, rule, profile) in self.batch.untold_reports().await? {
            let call = calls::text(self.group, &self.staff_words().reported(&rule, &profile), &[]);
            let call = match topic.parse::<i64>() {
                Ok(topic) => call.and_then(|call| calls::in_topic(&call, topic)),
                Err(_) => call,
            };
            self.send(self.group, calls::part(call, Part::Report(id)))?;
            self.batch.set_told(id, true).await?;
        }
        Ok(())
    }

    /// What the staff holds of a person goes with them.
    pub(in crate::serve::clerk) async fn forget(&mut self, person: i64) -> Result<(), StoreError> {
        for case in self.batch.cases_of(person).await? {
            let messages = self.batch.messages_of_case(case.id).await?;
            self.remove(&case, &messages).await?;
        }
        Ok(())
    }

    /// Takes a case out of the group, with everything that was relayed there.
    pub(in crate::serve::clerk) async fn remove(&mut self, case: &Case, messages: &[(i64, bool)]) -> Result<(), StoreError> {
        match case.place {
            Some(Place::Topic(topic)) => self.send(self.group, calls::change_topic("deleteForumTopic", self.group, topic))?,
            Some(Place::Thread(_)) => {
                // The agents' own need a right that the bot may not have: they must not keep the others there.
                for wanted in [true, false] {
                    let some: Vec<i64> = messages.iter().filter(|(_, ours)| *ours == wanted).map(|(there, _)| *there).collect();
                    for call in calls::delete(self.group, &some) {
                        self.send(self.group, Some(call))?;
                    }
                }
            }
            None => {}
        }
        self.batch.forget_details(case.id).await
    }
}
