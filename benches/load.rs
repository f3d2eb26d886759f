//! A load run: the real program as a service, with many people who talk to it at once.
//!
//! The driver is a Bot API of its own, as light as can be, since it shares the machine with the program under test: HTTP by hand, one
//! thread, answers that are always the same. Each user of it lives in a closed loop: what they say next can be fetched as soon as
//! the reply to what they said last has arrived. They hold ordinary conversations: the first six answers, the checklist, twenty
//! further answers, and over again.
//!
//! After a warm-up it measures turns per second (a turn: an update whose reply arrived), the time from when an update could be
//! fetched to when its reply arrived, the processor time of the program and of the driver per turn, memory, commits, and the size of
//! the files. At the end the program is asked to stop: it has to exit in peace, and every update must have had its reply.
//!
//! ```sh
//! cargo bench --bench load                                        # 100 and then 1,000 users, 10 s each, by long polling
//! cargo bench --bench load -- --users 300 --seconds 30 --webhook  # updates come by webhook, on 40 connections
//! cargo bench --bench load -- --buttons 20                        # every fifth user presses buttons where there are any
//! ```
#![allow(clippy::expect_used, clippy::panic, reason = "a load run fails by panicking")]

use std::collections::VecDeque;
use std::fmt::Write as _;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant, SystemTime};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::time::sleep;

const WARM_UP: Duration = Duration::from_secs(2);
/// Long after anything that works has happened.
const DEADLINE: Duration = Duration::from_secs(30);
/// Updates of one call, as on the platform.
const UPDATES_MAX: usize = 100;
/// Connections of the webhook: as many as the platform opens where nothing else is said.
const WEBHOOK_CONNECTIONS: usize = 40;
/// The first chat; the others follow.
const FIRST_CHAT: usize = 1_000_000;
/// Microseconds of processor time that the kernel counts in.
const TICK: u64 = 10_000;

const OPENING: [&str; 8] = ["/start", "是", "首次备案", "公司", "", "阿里云", "公司官网", "继续"];
const FURTHER: [&str; 5] = ["跳过", "是", "1", "跳过", "2"];
/// Turns until a user starts over.
const ROUND: usize = OPENING.len() + 20;
const PROVINCES: [&str; 10] = ["广东", "北京", "上海", "浙江", "江苏", "四川", "福建", "湖南", "陕西", "山东"];

struct Options {
    users: Vec<usize>,
    seconds: u64,
    webhook: bool,
    /// Of a hundred users, so many press buttons.
    buttons: usize,
}

fn options() -> Options {
    let mut options = Options { users: vec![100, 1000], seconds: 10, webhook: false, buttons: 0 };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut number = || arguments.next().and_then(|number| number.parse::<usize>().ok()).expect("a number behind an option");
        match &*argument {
            "--users" => options.users = vec![number()],
            "--seconds" => options.seconds = number() as u64,
            "--buttons" => options.buttons = number(),
            "--webhook" => options.webhook = true,
            // Cargo says so.
            "--bench" => {}
            other => panic!("{other} is no option; there are --users N, --seconds N, --buttons PERCENT, --webhook"),
        }
    }
    options
}

/// Somebody who talks to the program.
#[derive(Clone, Default)]
struct User {
    /// Turns that were begun.
    turns: usize,
    /// When the update could be fetched whose reply has not arrived yet.
    since: Option<Instant>,
}

/// All users, and what of theirs waits to be fetched.
struct Crowd {
    users: Vec<User>,
    buttons: usize,
    date: u64,
    next_update: u64,
    /// The oldest first, by number.
    updates: VecDeque<(u64, String)>,
    /// Whether users go on when their reply has come.
    playing: bool,
    /// Of replies that came since the measuring began, how long they took, in microseconds.
    waits: Vec<u32>,
}

struct Driver {
    crowd: Mutex<Crowd>,
    /// Updates wait.
    more: Notify,
    /// The program is ready for updates.
    ready: Notify,
}

impl Crowd {
    /// The next thing that a user does: presses the first button that chooses something, where they do that, or says what they have to.
    fn act(&mut self, index: usize, reply: &[u8]) {
        let presses = index % 100 < self.buttons;
        let user = &mut self.users[index];
        let (step, round) = (user.turns % ROUND, user.turns / ROUND);
        user.turns += 1;
        user.since = Some(Instant::now());
        let (number, chat, message, date) = (self.next_update, FIRST_CHAT + index, user.turns * 2, self.date);
        self.next_update += 1;
        let from =
            format!(r#""from":{{"id":{chat},"is_bot":false,"first_name":"Load","username":"load{chat}","language_code":"zh-hans"}}"#);
        let place = format!(r#""chat":{{"id":{chat},"first_name":"Load","username":"load{chat}","type":"private"}},"date":{date}"#);
        let mut update = format!(r#"{{"update_id":{number},"#);
        let written = match pressed(reply).filter(|_| presses && step > 0) {
            Some((data, text, keyboard)) => write!(
                update,
                r#""callback_query":{{"id":"{number}",{from},"message":{{"message_id":{message},"from":{{"id":1,"is_bot":true,"first_name":"Bot","username":"load_bot"}},{place},"text":"{text}","reply_markup":{keyboard}}},"chat_instance":"{chat}","data":"{data}"}}}}"#
            ),
            None => {
                let text = match OPENING.get(step) {
                    Some(&"/start") if round > 0 => "/restart",
                    Some(&"") => PROVINCES[index % PROVINCES.len()],
                    Some(text) => text,
                    None => FURTHER[step % FURTHER.len()],
                };
                write!(update, r#""message":{{"message_id":{message},{from},{place},"text":"{text}"}}}}"#)
            }
        };
        written.expect("a text can be written to");
        self.updates.push_back((number, update));
    }

    /// A message came to a chat. The program ends a turn with a message under which there are buttons, and the script goes over again
    /// before nothing is left to ask: a message without a keyboard is a part of a turn whose end follows (a checklist, an answer that
    /// is understood before it). The keyboard is the last of a message's parameters, and nothing else ends so.
    fn hear(&mut self, body: &[u8]) -> bool {
        if !body.ends_with(b"]]}}") {
            return false;
        }
        let index = number_behind(body, b"\"chat_id\":").expect("a chat") as usize - FIRST_CHAT;
        let since = self.users[index].since.take().expect("nobody is replied to who said nothing");
        self.waits.push(since.elapsed().as_micros() as u32);
        if self.playing {
            self.act(index, body);
        }
        self.playing
    }

    /// The updates from a number on, as an answer; those before it are done with.
    fn fetch(&mut self, offset: u64) -> Option<Vec<u8>> {
        while self.updates.front().is_some_and(|(number, _)| *number < offset) {
            self.updates.pop_front();
        }
        let texts: Vec<&str> = self.updates.iter().take(UPDATES_MAX).map(|(_, text)| text.as_str()).collect();
        (!texts.is_empty()).then(|| answer(&format!(r#"{{"ok":true,"result":[{}]}}"#, texts.join(","))))
    }

    fn unanswered(&self) -> usize {
        self.users.iter().filter(|user| user.since.is_some()).count()
    }
}

/// What the first button of a message carries where it chooses something, the message's text, and its keyboard.
fn pressed(body: &[u8]) -> Option<(&str, &str, &str)> {
    let body = std::str::from_utf8(body).ok()?;
    let (_, rest) = body.split_once("\"callback_data\":\"")?;
    let (data, _) = rest.split_once('"')?;
    let (text, rest) = body.split_once("\"text\":\"")?.1.split_once("\",\"parse_mode\"")?;
    let (_, keyboard) = rest.split_once("\"reply_markup\":")?;
    // A version, the question's name of eight letters, and a colon.
    (data.as_bytes().get(9) == Some(&b':')).then_some((data, text, keyboard.strip_suffix('}')?))
}

fn find(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

fn number_behind(bytes: &[u8], part: &[u8]) -> Option<u64> {
    let digits = bytes[find(bytes, part)? + part.len()..].iter().take_while(|byte| byte.is_ascii_digit());
    Some(digits.fold(0, |number, digit| number * 10 + u64::from(digit - b'0')))
}

fn answer(body: &str) -> Vec<u8> {
    format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

impl Driver {
    fn crowd(&self) -> MutexGuard<'_, Crowd> {
        self.crowd.lock().expect("nothing panics while it is held")
    }

    /// Answers calls, one after the other, until the connection ends.
    async fn converse(self: Arc<Driver>, mut stream: TcpStream) -> Option<()> {
        let sent = answer(r#"{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"text":"-"}}"#);
        let done = answer(r#"{"ok":true,"result":true}"#);
        let me = answer(r#"{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"Load","username":"load_bot"}}"#);
        let mut buffer = vec![0; 64 * 1024];
        loop {
            let (mut filled, mut whole) = (0, None);
            let (head, end) = loop {
                let read = stream.read(&mut buffer[filled..]).await.ok().filter(|read| *read > 0)?;
                filled += read;
                whole = whole.or_else(|| {
                    let head = find(&buffer[..filled], b"\r\n\r\n")? + 4;
                    Some((head, head + number_behind(&buffer[..head], b"content-length: ").unwrap_or_default() as usize))
                });
                if let Some((head, end)) = whole.filter(|(_, end)| filled >= *end) {
                    break (head, end);
                }
            };
            // POST /bot1:load/sendMessage HTTP/1.1
            let method = buffer[b"POST /bot1:load/".len()..].split(|byte| *byte == b' ').next()?;
            let body = &buffer[head..end];
            match method {
                b"sendMessage" => {
                    if self.crowd().hear(body) {
                        self.more.notify_one();
                    }
                    stream.write_all(&sent).await.ok()?;
                }
                b"getUpdates" => {
                    self.ready.notify_one();
                    let offset = number_behind(body, b"\"offset\":")?;
                    let updates = loop {
                        let fetched = self.crowd().fetch(offset);
                        match fetched {
                            Some(updates) => break updates,
                            None => self.more.notified().await,
                        }
                    };
                    stream.write_all(&updates).await.ok()?;
                }
                b"getMe" => stream.write_all(&me).await.ok()?,
                method => {
                    if method == b"setWebhook" {
                        self.ready.notify_one();
                    }
                    stream.write_all(&done).await.ok()?;
                }
            }
        }
    }

    /// Brings updates to the webhook, one after the other.
    async fn deliver(self: Arc<Driver>, address: SocketAddr) -> Option<()> {
        let mut stream = TcpStream::connect(address).await.expect("the program listens");
        stream.set_nodelay(true).ok()?;
        let mut buffer = [0; 4096];
        loop {
            let next = self.crowd().updates.pop_front();
            let Some((_, update)) = next else {
                self.more.notified().await;
                continue;
            };
            let request = format!(
                "POST /hook HTTP/1.1\r\nhost: {address}\r\ncontent-type: application/json\r\n\
                 x-telegram-bot-api-secret-token: load\r\ncontent-length: {}\r\n\r\n{update}",
                update.len()
            );
            stream.write_all(request.as_bytes()).await.ok()?;
            let read = stream.read(&mut buffer).await.ok()?;
            assert!(buffer[..read].starts_with(b"HTTP/1.1 200 "), "{}", String::from_utf8_lossy(&buffer[..read]));
        }
    }
}

/// The program under load, and its folder.
struct Program {
    child: Child,
    folder: PathBuf,
    listen: SocketAddr,
}

impl Program {
    fn start(api: SocketAddr, webhook: bool) -> Program {
        // On a real disk: what a commit costs is a part of what is measured.
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("load-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("a folder");
        // An address that is free now: where port 0 led would stand in the log alone.
        let listen = std::net::TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port");
        let mut command = Command::new(env!("CARGO_BIN_EXE_beian-bot"));
        command.arg("serve").env_clear().stdin(Stdio::null()).env("BEIAN_LOG", "warn").env("BEIAN_PACING", "off");
        command.env("BEIAN_DATABASE", format!("sqlite:{}", folder.join("beian.sqlite").display()));
        command.env("BEIAN_TELEGRAM_TOKEN", "1:load").env("BEIAN_TELEGRAM_API_URL", format!("http://{api}"));
        command.env("BEIAN_LISTEN", listen.to_string());
        if webhook {
            command.env("BEIAN_TELEGRAM_WEBHOOK_URL", "https://load.example/hook").env("BEIAN_TELEGRAM_WEBHOOK_SECRET", "load");
        }
        Program { child: command.spawn().expect("the program starts"), folder, listen }
    }

    /// Commits that were made so far.
    async fn commits(&self) -> u64 {
        let mut stream = TcpStream::connect(self.listen).await.expect("the program listens");
        stream.write_all(b"GET /metrics HTTP/1.1\r\nhost: load\r\nconnection: close\r\n\r\n").await.expect("a question");
        let mut text = Vec::new();
        stream.read_to_end(&mut text).await.expect("an answer");
        number_behind(&text, b"\nbeian_commit_seconds_count ").expect("a figure")
    }

    /// Processor time in microseconds.
    fn cpu(&self) -> u64 {
        cpu(&self.child.id().to_string())
    }

    /// A line of its status, in megabytes.
    fn memory(&self, name: &str) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).expect("a running program");
        let line = status.lines().find(|line| line.starts_with(name)).and_then(|line| line.split_whitespace().nth(1));
        line.and_then(|kilobytes| kilobytes.parse::<f64>().ok()).expect("a figure") / 1024.0
    }

    fn megabytes(&self, file: &str) -> f64 {
        std::fs::metadata(self.folder.join(file)).map_or(0.0, |file| file.len() as f64 / (1 << 20) as f64)
    }

    /// Asks it to stop, and waits until it has, in peace.
    async fn stop(mut self) {
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().expect("kill");
        assert!(asked.success(), "it cannot be asked to stop");
        let begun = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("its state") {
                break status;
            }
            assert!(begun.elapsed() < DEADLINE, "the program does not stop");
            sleep(Duration::from_millis(10)).await;
        };
        assert!(status.success(), "the program ended with {status}");
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // A run that failed must not leave it behind; one that stopped it has nothing to end.
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// Processor time of a process, in microseconds: in the program and in the kernel.
fn cpu(process: &str) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).expect("a running process");
    // Behind the name, which may hold anything, come the state and ten other things.
    let (_, rest) = stat.rsplit_once(')').expect("a name");
    rest.split_whitespace().skip(11).take(2).map(|ticks| ticks.parse::<u64>().unwrap_or_default() * TICK).sum()
}

async fn run(users: usize, options: &Options) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let date = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).expect("a clock").as_secs();
    let crowd = Crowd {
        users: vec![User::default(); users],
        buttons: options.buttons,
        date,
        next_update: 1,
        updates: VecDeque::new(),
        playing: true,
        waits: Vec::new(),
    };
    let driver = Arc::new(Driver { crowd: Mutex::new(crowd), more: Notify::new(), ready: Notify::new() });
    let program = Program::start(listener.local_addr().expect("an address"), options.webhook);
    let served = Arc::clone(&driver);
    let serving = tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.expect("a connection");
            stream.set_nodelay(true).expect("a connection");
            tokio::spawn(Arc::clone(&served).converse(stream));
        }
    });
    tokio::time::timeout(DEADLINE, driver.ready.notified()).await.expect("the program is ready for updates");
    (0..users).for_each(|index| driver.crowd().act(index, &[]));
    if options.webhook {
        (0..WEBHOOK_CONNECTIONS).for_each(|_| drop(tokio::spawn(Arc::clone(&driver).deliver(program.listen))));
    }
    driver.more.notify_one();

    sleep(WARM_UP).await;
    let commits = program.commits().await;
    driver.crowd().waits.clear();
    let (begun, used, own) = (Instant::now(), program.cpu(), cpu("self"));
    sleep(Duration::from_secs(options.seconds)).await;
    let (used, own, seconds) = (program.cpu() - used, cpu("self") - own, begun.elapsed().as_secs_f64());
    let mut waits = std::mem::take(&mut driver.crowd().waits);
    let commits = program.commits().await - commits;
    waits.sort_unstable();
    let turns = waits.len().max(1);
    let wait = |share: f64| f64::from(waits.get((turns as f64 * share) as usize).copied().unwrap_or_default()) / 1000.0;
    println!(
        "{users:>6} {:>9.0} {:>7.1} {:>7.1} {:>8} {:>9} {:>7.0} {:>7.0} {:>10.0} {:>9.1} {:>7.1}",
        turns as f64 / seconds,
        wait(0.5),
        wait(0.99),
        used / turns as u64,
        own / turns as u64,
        program.memory("VmRSS"),
        program.memory("VmHWM"),
        commits as f64 / seconds,
        program.megabytes("beian.sqlite"),
        program.megabytes("beian.sqlite-wal"),
    );

    // Nothing new is said; what was said gets its reply.
    driver.crowd().playing = false;
    let waited = Instant::now();
    while driver.crowd().unanswered() > 0 && waited.elapsed() < DEADLINE {
        sleep(Duration::from_millis(10)).await;
    }
    let lost = driver.crowd().unanswered();
    assert_eq!(lost, 0, "{lost} updates had no reply");
    program.stop().await;
    serving.abort();
}

fn main() {
    let options = options();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    println!(" users   turns/s  p50 ms  p99 ms  µs/turn driver µs  RSS MB peak MB  commits/s database     WAL");
    for users in &options.users {
        runtime.block_on(run(*users, &options));
    }
}
