//! What the staff does in the group.

use super::*;
use crate::channels::telegram::desk::calls::Changed;

impl<'w> AtDesk<'w> {
    /// Does what somebody did in the group.
    pub(in crate::serve::clerk) async fn take(&mut self, post: &Post, configured: i64) -> Result<(), StoreError> {
        if let What::Moved(to) = post.what {
            return self.group_moved(self.group, to, configured).await;
        }
        let case = match (post.topic, post.answers) {
            (Some(topic), _) => self.batch.case_in_topic(topic).await?,
            (None, Some(message)) => self.batch.case_of_message(message).await?,
            (None, None) => None,
        };
        if !self.desk.is_staff(&post.by) {
            return self.refuse(post, case.as_ref()).await;
        }
        self.about.clone_from(&case);
        if let Some(case) = &case
            && matches!(case.place, Some(Place::Thread(_)))
        {
            // Without a topic that could be deleted as a whole, what stands there is known one by one.
            self.batch.note_relayed(case.id, post.id, None, false).await?;
        }
        let taken = self.take_known(post, case).await;
        self.about = None;
        taken
    }

    /// Does what one of the staff did.
    async fn take_known(&mut self, post: &Post, case: Option<Case>) -> Result<(), StoreError> {
        match (&post.what, case) {
            (What::Pressed { query, data }, _) => self.pressed(post, query, data).await,
            (What::Text(text), case) => match read(text) {
                Staff::Note => Ok(()),
                Staff::Command(command) => self.command(post, &command, case).await,
                Staff::Words(words) => match case {
                    Some(case) => {
                        let said = self.words_of(&case).await?.from_staff(words);
                        self.reply(post, case, move |chat| calls::texts(chat, &said)).await
                    }
                    None => self.astray(post).await,
                },
            },
            (What::Media(caption), Some(case)) => self.media(post, case, caption).await,
            (What::Forwarded(_), Some(case)) => {
                let (group, id) = (self.group, post.id);
                self.reply(post, case, move |chat| calls::copy(group, id, chat, None).into_iter().collect()).await
            }
            (What::Forwarded(text), None) if !text.is_empty() => self.passed_on(post, text).await,
            (What::Media(caption), None) if matches!(read(caption), Staff::Words(_)) => self.astray(post).await,
            (What::Edited(Some(text)), Some(case)) if case.is_open() => match read(text) {
                Staff::Words(words) => {
                    let said = self.words_of(&case).await?.from_staff(words);
                    self.change_of_staff(post, &case, Some(&Changed::Text(said))).await
                }
                Staff::Note | Staff::Command(_) => self.change_of_staff(post, &case, None).await,
            },
            (What::Recaptioned(caption), Some(case)) if case.is_open() => match read(caption) {
                Staff::Words(words) => self.change_of_staff(post, &case, Some(&Changed::Caption(words.to_owned()))).await,
                Staff::Note | Staff::Command(_) => self.change_of_staff(post, &case, None).await,
            },
            (What::Media(_) | What::Forwarded(_) | What::Edited(_) | What::Recaptioned(_) | What::Moved(_), _) => Ok(()),
        }
    }

    /// A picture, a file or whatever else can be copied. What stands under it counts like what stands alone; of an album it stands under one
    /// picture and counts for all.
    async fn media(&mut self, post: &Post, case: Case, caption: &str) -> Result<(), StoreError> {
        let inside = post.album.as_ref().map(|album| format!("inside {album}"));
        let words = match read(caption) {
            Staff::Words(words) => words,
            Staff::Note | Staff::Command(_) => {
                if let Some(inside) = &inside {
                    self.batch.audit(self.now, post.by.id, inside, Some(case.id), None).await?;
                }
                return match read(caption) {
                    Staff::Command(command) => self.command(post, &command, Some(case)).await,
                    _ => Ok(()),
                };
            }
        };
        if let Some(inside) = &inside
            && self.batch.was_done(case.id, inside).await?
        {
            return Ok(());
        }
        let (group, id, shown) = (self.group, post.id, self.words_of(&case).await?);
        let Ok(chat) = case.address.parse::<i64>() else { return Ok(()) };
        let copies = calls::copies(group, id, chat, words, words, |words| shown.from_staff(words));
        let album = post.album.as_deref().filter(|_| copies.len() == 1 && post.answers.is_none() && case.is_open());
        if self.joins_album(&case, album, group, id, chat)? {
            return Ok(());
        }
        self.reply(post, case, move |_| copies).await
    }

    /// Whoever speaks where no case is must not think that somebody reads it: in answer to the bot, or in a topic that it made. That is left
    /// where its making was cut off, or is not noted yet. Everywhere else the staff is among itself.
    async fn astray(&mut self, post: &Post) -> Result<(), StoreError> {
        let key = if post.answers_bot {
            "desk-no-case"
        } else if post.bots_topic && self.batch.service_value(REPORTS_TOPIC).await? != post.topic.map(|topic| topic.to_string()) {
            "desk-no-case-topic"
        } else {
            return Ok(());
        };
        let text = self.staff_words().plain(key);
        self.answer(post, &text)
    }

    /// An agent changed what they wrote; none: into something that is for the staff alone.
    async fn change_of_staff(&mut self, post: &Post, case: &Case, changed: Option<&Changed>) -> Result<(), StoreError> {
        let carrier = Part::ToPerson { there: Some(post.id) };
        let key = match changed {
            Some(changed) if self.change_relayed(case, carrier, changed).await? => {
                return self.batch.audit(self.now, post.by.id, "edited", Some(case.id), None).await;
            }
            // What was for the staff alone does not become the person's by and by.
            Some(_) => "desk-not-changed",
            None if self.is_relayed(case, carrier).await? => "desk-not-unsaid",
            None => return Ok(()),
        };
        let text = self.staff_words().plain(key);
        self.answer(post, &text)
    }

    /// The words in which the person of a case is spoken to.
    pub(super) async fn words_of(&mut self, case: &Case) -> Result<DeskWords<'w>, StoreError> {
        let language = self.load(&case.address).await?.map_or_else(Language::default, |stored| stored.session.person.language);
        Ok(self.words(language))
    }

    /// Somebody who is not of the staff is told so, and it is noted.
    pub(super) async fn refuse(&mut self, post: &Post, case: Option<&Case>) -> Result<(), StoreError> {
        let concerns = match &post.what {
            What::Pressed { .. } => true,
            What::Text(text) => {
                case.is_some() || matches!(read(text), Staff::Command(command) if !matches!(command, StaffCommand::Unknown(_)))
            }
            What::Media(_) | What::Forwarded(_) => case.is_some(),
            What::Edited(_) | What::Recaptioned(_) | What::Moved(_) => false,
        };
        if !concerns {
            return Ok(());
        }
        self.desk.refresh.notify_one();
        if self.desk.staff.is_none() && self.desk.administrators.is_none() {
            // Nobody is refused before it is known who is of the staff.
            let text = self.staff_words().plain("desk-not-ready");
            return match &post.what {
                What::Pressed { query, .. } => self.send(self.group, answer_press(query, Some(&text))),
                _ => self.answer(post, &text),
            };
        }
        let told = self.batch.was_audited(self.now - REFUSED_EVERY, post.by.id, "refused").await?;
        tracing::warn!(staff = post.by.id, case = case.map(|case| case.id), "somebody who is not of the staff is refused");
        self.batch.audit(self.now, post.by.id, "refused", case.map(|case| case.id), None).await?;
        let text = self.staff_words().plain("desk-refused");
        match &post.what {
            What::Pressed { query, .. } => self.send(self.group, answer_press(query, Some(&text))),
            _ if told => Ok(()),
            _ => self.answer(post, &text),
        }
    }

    /// An agent's words or things go to the person.
    pub(super) async fn reply(&mut self, post: &Post, mut case: Case, said: impl FnOnce(i64) -> Vec<Call>) -> Result<(), StoreError> {
        if !case.is_open() {
            let text = self.staff_words().plain("desk-is-closed");
            return self.answer(post, &text);
        }
        let Ok(chat) = case.address.parse::<i64>() else { return Ok(()) };
        let here = match post.answers {
            Some(there) => self.batch.here_of(case.id, there).await?,
            None => None,
        };
        for (index, call) in said(chat).into_iter().enumerate() {
            let (there, here) = if index == 0 { (Some(post.id), here) } else { (None, None) };
            let call = calls::answering(Some(call), here);
            self.for_person(&case, calls::part(call, Part::ToPerson { there }))?;
        }
        self.answered(&mut case, post).await
    }

    /// Notes that somebody of the staff answered.
    pub(super) async fn answered(&mut self, case: &mut Case, post: &Post) -> Result<(), StoreError> {
        if case.first_reply_at.is_none() {
            case.first_reply_at = Some(self.now);
            let waited = (self.now - case.opened_at).num_minutes().clamp(0, i64::from(u32::MAX));
            let campaign = self.load(&case.address.clone()).await?.and_then(|stored| stored.session.person.campaign);
            self.count(campaign, "first_reply", "cases", 1).await?;
            self.count(campaign, "first_reply", "minutes", u32::try_from(waited).unwrap_or_default()).await?;
            self.count(campaign, FIRST_REPLY_AFTER, &waited.to_string(), 1).await?;
        }
        case.taken_by.get_or_insert(post.by.id);
        Self::end_waiting(case);
        self.batch.audit(self.now, post.by.id, "replied", Some(case.id), None).await?;
        self.change(case).await
    }

    pub(super) async fn command(&mut self, post: &Post, command: &StaffCommand, case: Option<Case>) -> Result<(), StoreError> {
        self.batch.audit(self.now, post.by.id, command.name(), case.as_ref().map(|case| case.id), None).await?;
        match (command, case) {
            (StaffCommand::Help, _) => {
                let text = self.staff_words().plain("desk-help");
                self.answer(post, &text)
            }
            (StaffCommand::Unknown(name), _) => {
                let text = self.staff_words().no_such_command(StaffCommand::nearest(name));
                self.answer(post, &text)
            }
            (StaffCommand::Cases, _) => {
                let cases = self.batch.open_cases().await?;
                let text = self.staff_words().cases(&cases, self.group, self.now);
                self.answer(post, &text)
            }
            (StaffCommand::Invite(words), _) => self.invite(post, words).await,
            (StaffCommand::Stats(period), _) => self.stats(post, period.as_deref()).await,
            (_, None) => {
                let text = self.staff_words().plain("desk-only-in-case");
                self.answer(post, &text)
            }
            (StaffCommand::Take, Some(case)) => self.take_case(post, case).await,
            (StaffCommand::Set(_), Some(case)) if !case.is_open() => {
                let text = self.staff_words().plain("desk-is-closed");
                self.answer(post, &text)
            }
            (StaffCommand::Set(words), Some(case)) => {
                let before = self.load(&case.address).await?.map(|stored| stored.session);
                let after = self.turn(&case, &Input::SetByStaff(words.clone())).await?;
                let set = before.zip(after).map(|(before, after)| changed(&before, &after)).unwrap_or_default();
                let name = words.split_whitespace().next().unwrap_or_default();
                let field = crate::profile::Field::named(name).or_else(|| self.clerk.assistant.vocabulary.field_called(&normalize(name)));
                let text = self.staff_words().set(&set, words, field);
                self.answer(post, &text)
            }
            (StaffCommand::Tag(tag), Some(mut case)) => {
                if !tag.is_empty() && !case.tags.contains(tag) {
                    case.tags.push(tag.clone());
                    self.change(&case).await?;
                }
                let text = self.staff_words().tags(&case.tags);
                self.answer(post, &text)
            }
            (StaffCommand::Close(because), Some(mut case)) => {
                if !case.is_open() {
                    let text = self.staff_words().plain("desk-is-closed");
                    return self.answer(post, &text);
                }
                let Some(stored) = self.load(&case.address).await? else { return Ok(()) };
                let text = self.staff_words().closed(because.as_deref());
                self.answer(post, &text)?;
                self.close(&mut case, because.as_deref(), stored.session.person.campaign).await?;
                self.ask_to_rate(&case, &stored.session)?;
                self.turn(&case, &Input::StaffLeft).await.map(|_| ())
            }
            (StaffCommand::Reopen, Some(mut case)) => {
                if case.is_open() || self.batch.open_case_of(case.person).await?.is_some() {
                    let text = self.staff_words().plain("desk-is-open");
                    return self.answer(post, &text);
                }
                (case.closed_at, case.closed_because) = (None, None);
                self.change(&case).await?;
                if let Some(Place::Topic(topic)) = case.place {
                    self.about_case(&case, calls::change_topic("reopenForumTopic", self.group, topic))?;
                }
                let text = self.staff_words().plain("desk-reopened-here");
                self.answer(post, &text)?;
                self.turn(&case, &Input::StaffReturned).await.map(|_| ())
            }
            (StaffCommand::Summary, Some(case)) => {
                let Some(stored) = self.load(&case.address).await? else { return Ok(()) };
                let text = self.staff_words().summary(&stored.session, &self.assess(&stored.session));
                self.answer(post, &text)
            }
            (StaffCommand::Answer(which), Some(case)) => self.prepare(post, &case, which).await,
        }
    }

    pub(super) async fn take_case(&mut self, post: &Post, mut case: Case) -> Result<(), StoreError> {
        let before = case.taken_by.filter(|before| *before != post.by.id);
        case.taken_by = Some(post.by.id);
        self.change(&case).await?;
        let text = self.staff_words().taken(case.id, &post.by.name, before.is_some());
        self.note(&case, &text)?;
        let text = self.words_of(&case).await?.plain("desk-taken");
        let Ok(chat) = case.address.parse::<i64>() else { return Ok(()) };
        if before.is_none() && case.is_open() { self.for_person(&case, calls::text(chat, &text, &[])) } else { Ok(()) }
    }

    /// An answer of the rule base is shown to the agent, who may send it on.
    pub(super) async fn prepare(&mut self, post: &Post, case: &Case, which: &str) -> Result<(), StoreError> {
        let Some(stored) = self.load(&case.address).await? else { return Ok(()) };
        let assessment = self.assess(&stored.session);
        let found = self.found(&stored.session, &assessment, which);
        let [item] = found[..] else {
            let text = self.staff_words().several_items(&stored.session, &found);
            return self.answer(post, &text);
        };
        let (key, text) = (RuleKey::of(&item.rule.id), self.staff_words().item(&item));
        let button = (self.staff_words().plain("desk-button-send"), DeskButton::Send(case.id, key).to_string());
        let call = calls::part(calls::text(self.group, &text, &[button]), Part::ToGroup { here: None });
        self.for_group(case, call)
    }

    /// The items that an agent means: by its number in the list that the person saw, or by words.
    pub(super) fn found(&self, session: &Session, assessment: &Assessment<'w>, which: &str) -> Vec<Item<'w>> {
        let shown = which.trim().parse::<usize>().ok().and_then(|number| session.filing.shown.get(number.checked_sub(1)?).copied());
        if let Some(key) = shown {
            return assessment.items.iter().filter(|item| RuleKey::of(&item.rule.id) == key).copied().collect();
        }
        let what = normalize(which);
        let applies = |item: &&Item<'w>| item.status != Status::Superseded;
        let items: Vec<Item<'w>> = assessment.items.iter().filter(applies).copied().collect();
        let named = self.clerk.assistant.knowledge().names.meant(&items, &what);
        if !named.is_empty() || what.is_empty() {
            return named;
        }
        let words = self.staff_words();
        let speaks_of = |item: &Item<'w>| normalize(&words.title(item)).contains(&what);
        items.into_iter().filter(speaks_of).collect()
    }

    /// A button in the group.
    pub(super) async fn pressed(&mut self, post: &Post, query: &str, data: &str) -> Result<(), StoreError> {
        let stale = self.staff_words().plain("desk-toast-stale");
        let (case, button) = match DeskButton::parse(data) {
            Some(button @ (DeskButton::Take(case) | DeskButton::Send(case, _))) => (self.batch.case(case).await?, button),
            _ => (None, DeskButton::Take(0)),
        };
        // A button counts under its own case alone: in its topic, or under a message that is known as its own.
        let owner = self.batch.case_of_message(post.id).await?.map(|case| case.id);
        let is_here = |case: &Case| match case.place {
            Some(Place::Topic(topic)) => post.topic == Some(topic) || owner == Some(case.id),
            Some(Place::Thread(_)) => owner == Some(case.id),
            None => false,
        };
        let Some(case) = case.filter(|case| case.is_open() && is_here(case)) else {
            self.batch.audit(self.now, post.by.id, "stale button", None, None).await?;
            return self.send(self.group, answer_press(query, Some(&stale)));
        };
        match button {
            DeskButton::Take(_) if case.taken_by.is_some() => self.send(self.group, answer_press(query, Some(&stale))),
            DeskButton::Take(_) => {
                self.batch.audit(self.now, post.by.id, "take", Some(case.id), None).await?;
                self.send(self.group, answer_press(query, None))?;
                self.take_case(post, case).await
            }
            DeskButton::Send(_, key) => self.send_item(post, query, case, key, &stale).await,
            DeskButton::Rate(..) => Ok(()),
        }
    }

    pub(super) async fn send_item(
        &mut self,
        post: &Post,
        query: &str,
        mut case: Case,
        key: RuleKey,
        stale: &str,
    ) -> Result<(), StoreError> {
        // Each prepared answer goes once: whoever presses again hears that it is gone.
        let name = format!("send {}", post.id);
        if self.batch.was_done(case.id, &name).await? {
            return self.send(self.group, answer_press(query, Some(stale)));
        }
        let Some(stored) = self.load(&case.address).await? else { return Ok(()) };
        let words = self.words(stored.session.person.language);
        let assessment = self.assess(&stored.session);
        let Some(item) = assessment.items.iter().find(|item| RuleKey::of(&item.rule.id) == key) else {
            return self.send(self.group, answer_press(query, Some(stale)));
        };
        let text = words.from_staff(&words.item(item));
        self.batch.audit(self.now, post.by.id, &name, Some(case.id), None).await?;
        let sent = self.staff_words().plain("desk-toast-sent");
        self.send(self.group, answer_press(query, Some(&sent)))?;
        let Ok(chat) = case.address.parse::<i64>() else { return Ok(()) };
        self.for_person(&case, calls::part(calls::text(chat, &text, &[]), Part::ToPerson { there: None }))?;
        self.answered(&mut case, post).await
    }
}

/// The answers that the staff changed.
fn changed(before: &Session, after: &Session) -> Vec<(crate::profile::Field, crate::profile::Value)> {
    let known = |session: &Session, field| session.filing.answer(field).map(|answer| answer.value.clone());
    let answers = after.filing.answers.iter().filter(|answer| known(before, answer.field).as_ref() != Some(&answer.value));
    answers.map(|answer| (answer.field, answer.value.clone())).collect()
}
