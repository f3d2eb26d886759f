//! Albums: several pictures that are sent together come one by one. Those that are taken in one batch go on together. What comes later
//! goes by itself, since nobody tells when an album is complete.

use super::*;

/// The album that is being relayed.
pub(super) struct Album {
    case: i64,
    name: String,
    /// Which of the calls of this batch copies it.
    call: usize,
    messages: Vec<i64>,
}

impl AtDesk<'_> {
    /// Adds a message to what copies the album that it belongs to; false where it goes by itself. Ask this only of what stays as it is:
    /// copies of an album keep what stands under it, and answer nothing.
    pub(super) fn joins_album(&mut self, case: &Case, name: Option<&str>, from: i64, message: i64, to: i64) -> Result<bool, StoreError> {
        // In a thread every message answers its beginning.
        let Some(name) = name.filter(|_| !matches!(case.place, Some(Place::Thread(_)))) else { return Ok(false) };
        let of_case = |said: &Said| said.case == Some(case.id) && said.chat == to;
        let newest = self.said.iter().rposition(of_case);
        let is_open = |album: &&mut Album| {
            album.case == case.id && album.name == name && Some(album.call) == newest && album.messages.last() < Some(&message)
        };
        let Some(album) = self.album.as_mut().filter(|album| is_open(album)) else {
            // The first goes as any other would, and is where the next ones join.
            self.album = Some(Album { case: case.id, name: name.to_owned(), call: self.said.len(), messages: vec![message] });
            return Ok(false);
        };
        let carrier = if to == self.group { Part::ToGroup { here: None } } else { Part::ToPerson { there: None } };
        album.messages.push(message);
        let call = calls::part(calls::copy_album(from, &album.messages, to), carrier.with_number(album.messages[0]));
        let Some(call) = call else { return Ok(false) };
        self.said[album.call].payload = Said::new(to, &call, false)?.payload;
        self.coming.insert((case.id, carrier.with_number(message)));
        Ok(true)
    }
}
