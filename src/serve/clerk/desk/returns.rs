//! What becomes of calls: places that are made and lost, messages that did not arrive, cases that nobody answers.

use super::*;

impl<'w> AtDesk<'w> {
    /// Notes what a part of a case became.
    pub(in crate::serve::clerk) async fn made(&mut self, made: Made) -> Result<(), StoreError> {
        let Made { case: id, part, number } = made;
        if part == Part::ReportsTopic {
            self.batch.set_service_value(REPORTS_TOPIC, &number.to_string()).await?;
            return self.tell_reports().await;
        }
        let Some(mut case) = self.batch.case(id).await? else {
            // Whoever it was about is forgotten.
            let gone = match part {
                Part::Topic => calls::change_topic("deleteForumTopic", self.group, number),
                Part::Card | Part::ShortCard | Part::CardRest | Part::Note | Part::ToGroup { .. } => {
                    calls::delete(self.group, &[number]).pop()
                }
                _ => None,
            };
            return self.send(self.group, gone);
        };
        match part {
            Part::Topic => match case.place {
                // It was asked for twice: one is enough.
                Some(Place::Topic(known)) if known != number => {
                    self.send(self.group, calls::change_topic("deleteForumTopic", self.group, number))?;
                }
                _ => {
                    case.place = Some(Place::Topic(number));
                    self.change(&case).await?;
                    self.release(id, false).await?;
                    if !case.is_open() {
                        self.about_case(&case, calls::change_topic("closeForumTopic", self.group, number))?;
                    }
                }
            },
            Part::Card | Part::ShortCard => {
                self.batch.note_relayed(id, number, None, true).await?;
                let begins_thread = match case.place {
                    Some(Place::Thread(root)) => root.is_none(),
                    Some(Place::Topic(_)) => false,
                    // The group moved meanwhile.
                    None => !self.is_being_placed(&case).await?,
                };
                if begins_thread {
                    case.place = Some(Place::Thread(Some(number)));
                    self.change(&case).await?;
                    self.release(id, false).await?;
                }
            }
            Part::ToGroup { here } => {
                self.batch.note_relayed(id, number, here, true).await?;
                self.release_changes(id, part, number).await?;
            }
            Part::CardRest | Part::Note => self.batch.note_relayed(id, number, None, true).await?,
            Part::ToPerson { there: Some(there) } => {
                self.batch.note_relayed(id, there, Some(number), false).await?;
                self.release_changes(id, part, number).await?;
            }
            Part::ToPerson { there: None } | Part::ChangedHere { .. } | Part::ChangedThere { .. } => {}
            Part::ReportsTopic | Part::Report(_) | Part::Desk => {}
        }
        Ok(())
    }

    /// What waited for the place of a case goes there: first the card that begins it, then everything in the order in which it was said.
    async fn release(&mut self, case: i64, card: bool) -> Result<(), StoreError> {
        let mut released = self.batch.release(CHANNEL, case, card).await?;
        let part = |outgoing: &Outgoing| serde_json::from_str::<Call>(&outgoing.payload).ok().and_then(|call| call.part);
        if let Some(at) = released.iter().position(|outgoing| part(outgoing).is_some_and(Part::is_card)) {
            let rest = released[at + 1..].iter().take_while(|outgoing| part(outgoing) == Some(Part::CardRest)).count();
            released[..=at + rest].rotate_right(rest + 1);
        }
        self.released.extend(released);
        Ok(())
    }

    /// A call found no place: it waits for another one, which is made where none is being made.
    pub(in crate::serve::clerk) async fn no_place(
        &mut self,
        id: i64,
        case: i64,
        place: Option<Place>,
        topics: bool,
    ) -> Result<(), StoreError> {
        let payload = self.batch.payload(id).await?;
        let Some(call) = payload.and_then(|payload| serde_json::from_str::<Call>(&payload).ok()) else { return Ok(()) };
        if let Some(Part::ReportsTopic | Part::Report(_)) = call.part {
            self.batch.take_out(id).await?;
            if let Some(Part::Report(report)) = call.part {
                self.batch.set_told(report, false).await?;
            }
            if topics {
                self.batch.drop_service_value(REPORTS_TOPIC).await?;
            } else {
                self.batch.set_service_value(REPORTS_TOPIC, NO_TOPIC).await?;
            }
            return self.tell_reports().await;
        }
        let Some(mut case) = self.batch.case(case).await? else { return Ok(()) };
        if call.part == Some(Part::Topic) {
            // The topic itself cannot be made: its card begins a thread instead.
            self.batch.take_out(id).await?;
            return self.begin_thread(&mut case).await;
        }
        if case.place.is_some() && case.place == place {
            case.place = None;
            self.change(&case).await?;
            // What stood there is gone with it. What was to follow waits in its order, before anything that is said from now on.
            self.batch.forget_messages(case.id).await?;
            self.batch.hold_back(case.id).await?;
            if let Some(stored) = self.load(&case.address.clone()).await? {
                self.make_topic(&case, &stored.session)?;
                if !call.part.is_some_and(Part::is_card) {
                    self.card(&case, &stored.session, None).await?;
                }
            }
            return Ok(());
        }
        self.batch.hold_back_one(id).await?;
        match case.place {
            // Meanwhile it has another one.
            Some(Place::Topic(_) | Place::Thread(Some(_))) => self.release(case.id, false).await,
            Some(Place::Thread(None)) | None => Ok(()),
        }
    }

    /// Without a topic the card begins a thread, and all else waits for that.
    async fn begin_thread(&mut self, case: &mut Case) -> Result<(), StoreError> {
        case.place = Some(Place::Thread(None));
        self.change(case).await?;
        self.release(case.id, true).await
    }

    /// Something was given up.
    pub(in crate::serve::clerk) async fn parked(&mut self, id: i64, case: i64, part: Part) -> Result<(), StoreError> {
        if part == Part::ReportsTopic {
            self.batch.set_service_value(REPORTS_TOPIC, NO_TOPIC).await?;
            return self.tell_reports().await;
        }
        let Some(mut case) = self.batch.case(case).await? else { return Ok(()) };
        let text = match part {
            Part::Topic => return self.begin_thread(&mut case).await,
            Part::Card => {
                let text = self.staff_words().short_card(case.id);
                return self.for_group(&case, calls::part(calls::text(self.group, &text, &[]), Part::ShortCard));
            }
            // What cannot be changed, such as a text that became a picture, is said by itself.
            Part::ChangedHere { here } => return self.say_anew(&case, id, Part::ToGroup { here: Some(here) }).await,
            Part::ChangedThere { there } => return self.say_anew(&case, id, Part::ToPerson { there: Some(there) }).await,
            Part::ToPerson { .. } => self.staff_words().plain("desk-not-delivered"),
            Part::ToGroup { .. } => self.staff_words().plain("desk-not-relayed"),
            // A note about a note would never end.
            Part::ShortCard | Part::CardRest | Part::Note | Part::Desk | Part::Report(_) | Part::ReportsTopic => return Ok(()),
        };
        self.note(&case, &text)?;
        let call = self.batch.payload(id).await?.and_then(|payload| serde_json::from_str::<Call>(&payload).ok());
        for part in call.map(|call| call.parts()).unwrap_or_default() {
            self.say_changes(&case, part).await?;
        }
        Ok(())
    }

    /// The group has another number.
    pub(in crate::serve::clerk) async fn group_moved(&mut self, from: i64, to: i64, configured: i64) -> Result<(), StoreError> {
        if from == self.group && to != from {
            tracing::info!("the support group moved");
            self.moved_to = Some(to);
            self.group = to;
            self.batch.set_service_value(MOVED, &format!("{configured} {to}")).await?;
            self.batch.move_chat(CHANNEL, &from.to_string(), &to.to_string()).await?;
            self.batch.displace_threads().await?;
            for case in self.batch.open_cases().await? {
                if let Some(stored) = self.load(&case.address.clone()).await?
                    && case.place.is_none()
                    && !self.is_being_placed(&case).await?
                {
                    self.place(&case, &stored.session, None).await?;
                }
            }
        }
        Ok(())
    }

    /// Tells the group which cases nobody answers.
    pub(in crate::serve::clerk) async fn raise(&mut self) -> Result<(), StoreError> {
        let cases = self.batch.cases_to_raise(self.now).await?;
        if cases.is_empty() {
            return Ok(());
        }
        for case in &cases {
            let raised = case.raised + 1;
            let raised = Case { raised, raise_at: Some(self.raise_at(raised)), ..case.clone() };
            self.change(&raised).await?;
        }
        let text = self.staff_words().raised(&cases, self.group, self.now);
        calls::texts(self.group, &text).into_iter().try_for_each(|call| self.send(self.group, Some(call)))
    }
}
