//! The real program, run as a service against the fake platform.
#![allow(dead_code, reason = "not every test file uses all of it")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use beian_bot::store::SqliteStore;

use super::fake::FakeTelegram;

/// Long after anything that works has happened.
const DEADLINE: Duration = Duration::from_secs(30);

/// Where a service keeps its things. It outlives the service, so that another can go on.
pub struct Place {
    pub folder: tempfile::TempDir,
}

impl Place {
    pub fn new() -> Place {
        Place { folder: tempfile::tempdir().expect("a folder") }
    }

    pub fn database(&self) -> PathBuf {
        self.folder.path().join("beian.sqlite")
    }

    pub fn log(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    pub fn logged(&self) -> String {
        std::fs::read_to_string(self.log()).unwrap_or_default()
    }

    /// A command of the program on this database.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_beian-bot"));
        command.args(arguments).env_clear().env("BEIAN_DATABASE", format!("sqlite:{}", self.database().display()));
        command
    }

    /// Looks at what is stored.
    pub fn with_store<T>(&self, look: impl AsyncFnOnce(SqliteStore) -> T) -> T {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async { look(SqliteStore::open_as_it_is(&self.database()).await.expect("a database")).await })
    }

    /// Does something to the database behind the program's back, and gives the first number that comes of it.
    pub fn sql(&self, sql: &'static str) -> i64 {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let pool = sqlx::SqlitePool::connect(&format!("sqlite:{}", self.database().display())).await.expect("a database");
            sqlx::query_scalar(sql).fetch_optional(&pool).await.expect("it can be done").unwrap_or_default()
        })
    }

    /// The last column of what a query gives.
    pub fn texts(&self, sql: &'static str) -> Vec<String> {
        use sqlx::Row as _;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let pool = sqlx::SqlitePool::connect(&format!("sqlite:{}", self.database().display())).await.expect("a database");
            let rows = sqlx::query(sql).fetch_all(&pool).await.expect("it can be done");
            rows.iter().map(|row| row.get::<String, _>(row.len() - 1)).collect()
        })
    }

    /// Everything that lies in the folder: the database, its log, what the program logged.
    pub fn bytes(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let entries = std::fs::read_dir(self.folder.path()).expect("a folder");
        entries.map(|entry| entry.expect("an entry").path()).map(|path| (path.clone(), std::fs::read(path).expect("a file"))).collect()
    }
}

/// A running service.
pub struct Service {
    child: Child,
    log: PathBuf,
    /// How much was logged before this one started.
    logged_before: usize,
}

impl Service {
    /// Starts the program against the fake, by long polling.
    pub fn start(fake: &FakeTelegram, place: &Place) -> Service {
        Service::with(fake, place, &[])
    }

    /// Starts it with further settings.
    pub fn with(fake: &FakeTelegram, place: &Place, settings: &[(&str, &str)]) -> Service {
        let log = std::fs::OpenOptions::new().create(true).append(true).open(place.log()).expect("a log");
        let logged_before = place.logged().len();
        let mut command = place.command(&["serve"]);
        command
            .env("BEIAN_TELEGRAM_TOKEN", fake.token())
            .env("BEIAN_TELEGRAM_API_URL", fake.url())
            .env("BEIAN_LISTEN", "127.0.0.1:0")
            .env("BEIAN_LOG", "debug,hyper=info,reqwest=info,sqlx=warn,h2=info")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log);
        for (name, value) in settings {
            command.env(name, value);
        }
        let child = command.spawn().expect("the program starts");
        Service { child, log: place.log(), logged_before }
    }

    /// The address that it listens on, once it does.
    pub fn address(&mut self) -> String {
        self.wait_for_log("listen=", |line| {
            let at = line.find("listen=")? + "listen=".len();
            Some(line[at..].split_whitespace().next()?.to_owned())
        })
    }

    /// Waits for a line of the log: the log is the only sign of some things.
    pub fn wait_for_log<T>(&mut self, what: &str, find: impl Fn(&str) -> Option<T>) -> T {
        let begun = Instant::now();
        loop {
            let log = std::fs::read_to_string(&self.log).unwrap_or_default();
            if let Some(found) = log.get(self.logged_before..).and_then(|log| log.lines().find_map(&find)) {
                return found;
            }
            let ended = self.child.try_wait().expect("its state");
            assert!(ended.is_none() && begun.elapsed() < DEADLINE, "no `{what}` in the log ({ended:?}):\n{log}");
            std::thread::yield_now();
        }
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Ends it at once, as a power cut would.
    pub fn kill(&mut self) {
        self.child.kill().expect("a running program");
        self.child.wait().expect("its end");
    }

    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").args([&format!("-{name}"), &self.child.id().to_string()]).status().expect("kill");
        assert!(sent.success());
    }

    /// Asks it to stop, and waits until it has.
    pub fn stop(mut self) -> ExitStatus {
        self.signal("TERM");
        self.wait()
    }

    pub fn wait(&mut self) -> ExitStatus {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("its state") {
                return status;
            }
            assert!(begun.elapsed() < DEADLINE, "the service does not end");
            std::thread::yield_now();
        }
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        // A test that failed must not leave it behind; one that stopped it has nothing to end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
