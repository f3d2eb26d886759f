//! HTTP/1.1 by hand: keep-alive, `Content-Length` and chunked bodies, JSON and forms, nothing else.
//!
//! A web framework would be longer to bend than this is to read: a fault must end a connection without an answer, and the fake must
//! know whether an answer was taken before the connection ended. Both need the socket.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

use super::calls::{self, Refusal};
use super::faults::Connection;
use super::strict::{self, Call};
use super::{File, Shared, TOKEN};

const LINE_BYTES_MAX: u64 = 64 * 1024;
/// The platform takes files of 50 MB; the form around them needs a little more.
const BODY_BYTES_MAX: usize = 51 * 1024 * 1024;
/// After that long without an answer the platform delivers again.
const WEBHOOK_TIMEOUT: Duration = Duration::from_secs(60);
/// Pauses between deliveries that fail: the first, doubled each time up to the last.
const RETRY_PAUSES: (Duration, Duration) = (Duration::from_millis(50), Duration::from_secs(2));

type Stream = BufReader<TcpStream>;

pub async fn serve(listener: TcpListener, shared: Arc<Shared>) {
    loop {
        let (stream, peer) = listener.accept().await.expect("a connection");
        let shared = Arc::clone(&shared);
        tokio::spawn(async move {
            let mut stream = BufReader::new(stream);
            let ended = converse(&mut stream, peer, &shared).await;
            if let Err(error) = ended.as_ref()
                && error.kind() == io::ErrorKind::InvalidData
            {
                shared.change(|state| state.violations.push(format!("the fake cannot read the request: {error}")));
            }
            // A process that is gone without having read its last answer resets the connection. The kernel says so when the fake reads
            // on, or, where the end had come first, by an error that it leaves on the socket.
            let lost = ended.is_err() || !matches!(stream.get_ref().take_error(), Ok(None));
            shared.change(|state| state.connection_ended(peer, lost));
        });
    }
}

/// Answers one call after another until the connection ends, or shall end.
async fn converse(stream: &mut Stream, peer: SocketAddr, shared: &Shared) -> io::Result<()> {
    while let Some(request) = read_request(stream).await? {
        // A long poll that waits is not work under way.
        let in_hand = !request.path.to_ascii_lowercase().ends_with("/getupdates");
        shared.change(|state| *state.connection(peer) = Connection { in_hand, sent: None });
        let answer = tokio::select! {
            // An answer that is ready counts, though the bot may be gone by now: its call has taken effect.
            biased;
            answer = answer(&request, peer, shared) => answer,
            () = hung_up(stream) => None,
        };
        let Some((status, body)) = answer else { break };
        let head = format!("HTTP/1.1 {status} \r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n", body.len());
        stream.write_all((head + &body).as_bytes()).await?;
        shared.change(|state| state.connection(peer).in_hand = false);
        if request.close {
            break;
        }
    }
    Ok(())
}

/// Returns when the peer has closed the connection; what it sends meanwhile stays in the buffer.
async fn hung_up(stream: &mut Stream) {
    if stream.fill_buf().await.is_ok_and(|ahead| !ahead.is_empty()) {
        std::future::pending().await
    }
}

/// Status and body; none where the connection shall end without an answer.
async fn answer(request: &Request, peer: SocketAddr, shared: &Shared) -> Option<(u16, String)> {
    let outcome = match request.path.strip_prefix("/bot").and_then(|path| path.split_once('/')) {
        Some((TOKEN, name)) => match strict::method(name) {
            Some(method) => {
                let mut call = Call { method, ..Call::default() };
                let read = request.read(&mut call);
                calls::handle(shared, peer, &call, read).await?
            }
            None => {
                shared.change(|state| state.violations.push(format!("{name} is not a method that the fake knows")));
                Err(Refusal::new(404, "Not Found"))
            }
        },
        _ => Err(Refusal::new(401, "Unauthorized")),
    };
    Some(match outcome {
        Ok(result) => (200, json!({"ok": true, "result": result}).to_string()),
        Err(refusal) => (refusal.code, refusal.body().to_string()),
    })
}

struct Request {
    path: String,
    content_type: String,
    close: bool,
    body: Vec<u8>,
}

impl Request {
    fn read(&self, call: &mut Call) -> Result<(), String> {
        let (kind, options) = self.content_type.split_once(';').unwrap_or((&self.content_type, ""));
        match kind.trim().to_ascii_lowercase().as_str() {
            "application/json" => call.params = serde_json::from_slice(&self.body).map_err(|error| format!("can't parse JSON: {error}"))?,
            "multipart/form-data" => {
                let boundary = options.trim().strip_prefix("boundary=").ok_or("boundary not found")?.trim_matches('"');
                read_form(&self.body, boundary, call).ok_or("can't parse form data")?;
                call.read_form_fields();
            }
            _ if self.body.is_empty() => {}
            other => return Err(format!("content type \"{other}\" is not read by the fake")),
        }
        Ok(())
    }
}

fn broken(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

/// A line that is cut off comes from a peer that is gone.
async fn read_line(stream: &mut Stream) -> io::Result<String> {
    let mut line = String::new();
    stream.take(LINE_BYTES_MAX).read_line(&mut line).await?;
    line.strip_suffix("\r\n").map(str::to_owned).ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
}

/// The next request; none where the peer has closed the connection after the last one.
async fn read_request(stream: &mut Stream) -> io::Result<Option<Request>> {
    if stream.fill_buf().await?.is_empty() {
        return Ok(None);
    }
    let path = read_line(stream).await?.split(' ').nth(1).ok_or_else(|| broken("no path"))?.to_owned();
    let mut request = Request { path, content_type: String::new(), close: false, body: Vec::new() };
    let (mut length, mut chunked) = (0, false);
    loop {
        let line = read_line(stream).await?;
        if line.is_empty() {
            break;
        }
        let (name, value) = line.split_once(':').ok_or_else(|| broken("no header"))?;
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "content-type" => value.clone_into(&mut request.content_type),
            "content-length" => length = value.parse().map_err(|_| broken("no length"))?,
            "transfer-encoding" => chunked = value.eq_ignore_ascii_case("chunked"),
            "connection" => request.close = value.eq_ignore_ascii_case("close"),
            _ => {}
        }
    }
    if !chunked {
        read_body(stream, length, &mut request.body).await?;
        return Ok(Some(request));
    }
    loop {
        let size = usize::from_str_radix(&read_line(stream).await?, 16).map_err(|_| broken("no chunk size"))?;
        read_body(stream, size, &mut request.body).await?;
        read_line(stream).await?;
        if size == 0 {
            return Ok(Some(request));
        }
    }
}

async fn read_body(stream: &mut Stream, length: usize, body: &mut Vec<u8>) -> io::Result<()> {
    let start = body.len();
    let end = start.checked_add(length).filter(|end| *end <= BODY_BYTES_MAX).ok_or_else(|| broken("the body is too large"))?;
    body.resize(end, 0);
    stream.read_exact(&mut body[start..]).await.map(|_| ())
}

fn read_form(body: &[u8], boundary: &str, call: &mut Call) -> Option<()> {
    let delimiter = format!("\r\n--{boundary}");
    // The first boundary has no line before it.
    let mut rest = body.strip_prefix(&delimiter.as_bytes()[2..])?;
    while let Some(part) = rest.strip_prefix(b"\r\n") {
        let (headers, content) = split(part, b"\r\n\r\n")?;
        let (content, after) = split(content, delimiter.as_bytes())?;
        let headers = std::str::from_utf8(headers).ok()?;
        let disposition = headers.lines().find(|line| line.to_ascii_lowercase().starts_with("content-disposition:"))?;
        // As on the platform (TDLib's HttpReader), `filename*` is not understood: such a part is no file but a text.
        let option = |name: &str| Some(disposition.split_once(&format!("; {name}=\""))?.1.split_once('"')?.0.to_owned());
        match option("filename") {
            Some(file) => drop(call.files.insert(option("name")?, File { name: file, bytes: content.to_vec() })),
            None => drop(call.params.insert(option("name")?, json!(String::from_utf8_lossy(content)))),
        }
        rest = after;
    }
    rest.starts_with(b"--").then_some(())
}

fn split<'a>(bytes: &'a [u8], at: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let start = bytes.windows(at.len()).position(|window| window == at)?;
    Some((&bytes[..start], &bytes[start + at.len()..]))
}

/// Delivers updates to the webhook, in order within a chat, several chats at once.
pub async fn deliver(shared: Arc<Shared>) {
    loop {
        let changed = shared.woken.notified();
        let lanes = shared.lock().take_idle_lanes();
        for lane in lanes {
            tokio::spawn(drain(lane, Arc::clone(&shared)));
        }
        changed.await;
    }
}

async fn drain(lane: i64, shared: Arc<Shared>) {
    let (mut pause, longest) = RETRY_PAUSES;
    loop {
        // In a statement of its own: the lock must be given back before anything is awaited.
        let next = shared.lock().next_delivery(lane);
        let Some((webhook, id, update)) = next else { return };
        let posted = tokio::time::timeout(WEBHOOK_TIMEOUT, post(&webhook.url, webhook.secret_token.as_deref(), &update)).await;
        if matches!(posted, Ok(Ok(200..300))) {
            shared.change(|state| state.confirm(id));
            pause = RETRY_PAUSES.0;
        } else {
            tokio::time::sleep(pause).await;
            pause = (2 * pause).min(longest);
        }
    }
}

/// Posts JSON to an `http://` address; returns the answer's status.
async fn post(url: &str, secret: Option<&str>, update: &Value) -> io::Result<u16> {
    let address = url.strip_prefix("http://").ok_or_else(|| broken("the fake speaks no HTTPS"))?;
    let (host, path) = address.split_once('/').unwrap_or((address, ""));
    let body = update.to_string();
    let secret = secret.map(|secret| format!("X-Telegram-Bot-Api-Secret-Token: {secret}\r\n")).unwrap_or_default();
    let head = format!("POST /{path} HTTP/1.1\r\nHost: {host}\r\n{secret}Connection: close\r\nContent-Type: application/json\r\n");
    let mut stream = TcpStream::connect(host).await?;
    stream.write_all(format!("{head}Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes()).await?;
    let mut answer = String::new();
    BufReader::new(stream).read_line(&mut answer).await?;
    answer.split(' ').nth(1).and_then(|status| status.parse().ok()).ok_or_else(|| broken("no status"))
}
