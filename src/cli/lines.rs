//! Lines in, lines out: each answered before the next is read, in constant memory.

use std::io::{self, BufRead, Write};

/// Feeds each line of standard input to `answer` and writes what it gives as a line, at once: whoever waits for it can go on.
///
/// # Errors
/// Input that cannot be read. A reader that went away ends the work in peace.
pub(super) fn answer_each(mut answer: impl FnMut(usize, &[u8], &mut String)) -> io::Result<()> {
    let mut input = io::stdin().lock();
    let mut output = io::stdout().lock();
    let (mut line, mut text) = (Vec::new(), String::new());
    for number in 1.. {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        let trimmed = line.strip_suffix(b"\n").unwrap_or(&line);
        let trimmed = trimmed.strip_suffix(b"\r").unwrap_or(trimmed);
        text.clear();
        answer(number, trimmed, &mut text);
        text.push('\n');
        match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
            result => result?,
        }
    }
    Ok(())
}
