//! Lines in, lines out: each answered before the next is read, in memory for one line.

use std::io::{self, BufRead, Read, Write};

/// Longest line that is read, in bytes. A longer one is answered with an error, and the rest of it is passed over.
pub(super) const LINE_BYTES_MAX: usize = 16 << 20;

/// Feeds each line of standard input to `answer` and writes what it gives as a line, at once: whoever waits for it can go on.
/// A line that is too long is given as `Err` with its beginning.
///
/// # Errors
/// Input that cannot be read. A reader that went away ends the work in peace.
pub(super) fn answer_each(mut answer: impl FnMut(usize, Result<&[u8], &[u8]>, &mut String)) -> io::Result<()> {
    let mut input = io::stdin().lock();
    let mut output = io::stdout().lock();
    let (mut line, mut text) = (Vec::new(), String::new());
    for number in 1.. {
        let Some(whole) = read_line(&mut input, &mut line)? else { break };
        text.clear();
        answer(number, if whole { Ok(&line) } else { Err(&line) }, &mut text);
        text.push('\n');
        match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => return Ok(()),
            result => result?,
        }
    }
    Ok(())
}

/// Reads a line without its end; `None` at the end of the input, `false` when only its beginning was kept.
fn read_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Option<bool>> {
    line.clear();
    // One byte more than the longest line, for the end of the line.
    let most = LINE_BYTES_MAX as u64 + 1;
    if input.by_ref().take(most).read_until(b'\n', line)? == 0 {
        return Ok(None);
    }
    let whole = line.len() <= LINE_BYTES_MAX || line.ends_with(b"\n");
    if !whole {
        line.truncate(LINE_BYTES_MAX);
        pass_over(input)?;
    }
    for end in [b'\n', b'\r'] {
        if line.last() == Some(&end) {
            line.pop();
        }
    }
    Ok(Some(whole))
}

/// Reads on to the end of the line and keeps nothing of it.
fn pass_over(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        let (read, done) = match buffer.iter().position(|byte| *byte == b'\n') {
            Some(end) => (end + 1, true),
            None => (buffer.len(), buffer.is_empty()),
        };
        input.consume(read);
        if done {
            return Ok(());
        }
    }
}
