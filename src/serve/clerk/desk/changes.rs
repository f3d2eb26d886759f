//! Messages that are changed after they were relayed: what carries them on the other side changes too. A change that comes before it is
//! known what that became waits for it in the outbox.

use super::*;
use crate::channels::telegram::desk::calls::Changed;

impl AtDesk<'_> {
    /// Changes what carries a message on the other side; `carrier` is what the call that carries it is to the case. Gives false where
    /// nothing carries it.
    pub(super) async fn change_relayed(&mut self, case: &Case, carrier: Part, changed: &Changed) -> Result<bool, StoreError> {
        let (Some(change), Ok(person)) = (carrier.change(), case.address.parse::<i64>()) else { return Ok(false) };
        let (chat, known) = match carrier {
            Part::ToGroup { here: Some(here) } => (self.group, self.batch.there_of(case.id, here).await?),
            Part::ToPerson { there: Some(there) } => (person, self.batch.here_of(case.id, there).await?),
            _ => return Ok(false),
        };
        if known.is_none() && !self.is_coming(case, carrier).await? {
            return Ok(false);
        }
        let Some(call) = changed.call(chat, known) else {
            // Too long for what carries it: it is said anew, and what changes later changes that.
            for (index, call) in calls::texts(chat, changed.words()).into_iter().enumerate() {
                let call = calls::part(Some(call), if index == 0 { carrier } else { carrier.without_number() });
                if chat == self.group { self.for_group(case, call)? } else { self.for_person(case, call)? }
            }
            return Ok(true);
        };
        if known.is_none() {
            // Of several changes that wait only the last one counts.
            for (id, _) in self.batch.calls_of_case(case.id, change.numbered()).await? {
                self.batch.take_out(id).await?;
            }
        }
        let said = Said::new(chat, &Call { part: Some(change), ..call }, false)?;
        self.said.push(Said { person: Some(case.person), case: Some(case.id), waits: known.is_none(), ..said });
        Ok(true)
    }

    /// Whether something carries a message on the other side, or is on its way there.
    pub(super) async fn is_relayed(&mut self, case: &Case, carrier: Part) -> Result<bool, StoreError> {
        let known = match carrier {
            Part::ToPerson { there: Some(there) } => self.batch.here_of(case.id, there).await?,
            Part::ToGroup { here: Some(here) } => self.batch.there_of(case.id, here).await?,
            _ => None,
        };
        Ok(known.is_some() || self.is_coming(case, carrier).await?)
    }

    /// Whether what carries a message is on its way.
    async fn is_coming(&mut self, case: &Case, carrier: Part) -> Result<bool, StoreError> {
        Ok(self.coming.contains(&(case.id, carrier)) || !self.batch.calls_of_case(case.id, carrier.numbered()).await?.is_empty())
    }

    /// It is known now what carries a message: the changes that waited for it go there.
    pub(super) async fn release_changes(&mut self, case: i64, carrier: Part, number: i64) -> Result<(), StoreError> {
        let Some(change) = carrier.change() else { return Ok(()) };
        for (id, payload) in self.batch.calls_of_case(case, change.numbered()).await? {
            let call = serde_json::from_str::<Call>(&payload).ok().and_then(|call| calls::of_message(&call, number));
            let Some(call) = call else { continue };
            let payload = serde_json::to_string(&call).map_err(|error| StoreError::Session(error.into()))?;
            self.released.extend(self.batch.release_as(CHANNEL, id, &payload).await?);
        }
        Ok(())
    }

    /// What carries a message could not be delivered: the changes that waited for it are said by themselves.
    pub(super) async fn say_changes(&mut self, case: &Case, carrier: Part) -> Result<(), StoreError> {
        let Some(change) = carrier.change() else { return Ok(()) };
        for (id, _) in self.batch.calls_of_case(case.id, change.numbered()).await? {
            self.say_anew(case, id, carrier).await?;
        }
        Ok(())
    }

    /// Says what a change would have said, as a message of its own.
    pub(super) async fn say_anew(&mut self, case: &Case, id: i64, carrier: Part) -> Result<(), StoreError> {
        let Some(payload) = self.batch.take_out(id).await? else { return Ok(()) };
        let anew = serde_json::from_str::<Call>(&payload).ok().and_then(|call| calls::anew(&call));
        let anew = calls::part(anew, carrier);
        if carrier.is_for_group() { self.for_group(case, anew) } else { self.for_person(case, anew) }
    }
}
