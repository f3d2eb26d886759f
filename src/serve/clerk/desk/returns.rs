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
                Part::ToPerson { .. } | Part::ReportsTopic | Part::Report(_) => None,
                Part::Card | Part::ToGroup { .. } => calls::delete(self.group, &[number]).pop(),
            };
            return self.send(self.group, gone);
        };
        match part {
            Part::Topic => {
                case.place = Some(Place::Topic(number));
                self.change(&case).await?;
                self.released.extend(self.batch.release(CHANNEL, id, false).await?);
            }
            Part::Card => {
                self.batch.note_relayed(id, number, None).await?;
                if let Some(Place::Thread(root)) = &mut case.place {
                    *root = Some(number);
                    self.change(&case).await?;
                    self.released.extend(self.batch.release(CHANNEL, id, false).await?);
                }
            }
            Part::ToGroup { here } => self.batch.note_relayed(id, number, here).await?,
            Part::ToPerson { there: Some(there) } => self.batch.note_relayed(id, there, Some(number)).await?,
            Part::ToPerson { there: None } | Part::ReportsTopic | Part::Report(_) => {}
        }
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
        let Some((_, payload)) = self.batch.take_out(id).await? else { return Ok(()) };
        let Ok(call) = serde_json::from_str::<Call>(&payload) else { return Ok(()) };
        if let Some(Part::ReportsTopic | Part::Report(_)) = call.part {
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
        if !topics {
            // The topic itself cannot be made: its card begins a thread instead.
            case.place = Some(Place::Thread(None));
            self.change(&case).await?;
            self.released.extend(self.batch.release(CHANNEL, case.id, true).await?);
            return Ok(());
        }
        if case.place.is_some() && case.place == place {
            case.place = None;
            self.change(&case).await?;
            if let Some(stored) = self.load(&case.address.clone()).await? {
                self.place(&case, &stored.session, None).await?;
            }
        }
        // The card was put anew already.
        if call.part == Some(Part::Card) { Ok(()) } else { self.for_group(&case, Some(call)) }
    }

    /// Something for a case was given up.
    pub(in crate::serve::clerk) async fn parked(&mut self, case: i64, to_person: bool) -> Result<(), StoreError> {
        let Some(case) = self.batch.case(case).await? else { return Ok(()) };
        let text = self.staff_words().plain(if to_person { "desk-not-delivered" } else { "desk-not-relayed" });
        self.note(&case, &text)
    }

    /// The group has another number.
    pub(in crate::serve::clerk) async fn group_moved(&mut self, from: i64, to: i64, configured: i64) -> Result<(), StoreError> {
        if from == self.group && to != from {
            tracing::info!("the support group moved");
            self.desk.chat.set(Some(to));
            self.group = to;
            self.batch.set_service_value(MOVED, &format!("{configured} {to}")).await?;
            self.batch.move_chat(CHANNEL, &from.to_string(), &to.to_string()).await?;
            self.batch.displace_threads().await?;
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
            let raised = Case { raised: case.raised + 1, ..case.clone() };
            self.change(&raised).await?;
        }
        let text = self.staff_words().raised(&cases, self.group, self.now);
        self.send(self.group, calls::text(self.group, &text, &[]))
    }
}
