//! What it costs to find and take who is due to be reminded: as much as there are of them, however many are planned.
#![allow(clippy::expect_used, clippy::panic, reason = "a benchmark fails by panicking")]

use std::time::Instant;

use beian_bot::store::SqliteStore;
use chrono::{DateTime, TimeDelta, Utc};

/// Persons who are due at the moment of the measurement.
const DUE: usize = 1_000;

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_312_800, 0).expect("a moment")
}

/// A database in which so many reminders are planned, of which [`DUE`] are due.
async fn fill(path: &std::path::Path, planned: usize) -> SqliteStore {
    let store = SqliteStore::open(path).await.expect("a database");
    let pool = sqlx::SqlitePool::connect(&format!("sqlite:{}", path.display())).await.expect("a database");
    sqlx::query(
        "with recursive n (n) as (select 1 union all select n + 1 from n where n < $1) \
         insert into persons (channel, address, language, created_at, seen_at, wake_at) \
         select 'telegram', n, 'zh-CN', $2, $2, case when n <= $3 then $2 else $4 end from n",
    )
    .bind(i64::try_from(planned).expect("a number"))
    .bind(now())
    .bind(i64::try_from(DUE).expect("a number"))
    .bind(now() + TimeDelta::days(3))
    .execute(&pool)
    .await
    .expect("filled");
    pool.close().await;
    store
}

fn main() {
    let quick = std::env::args().any(|argument| argument == "--test");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    println!("  planned     due   find ms");
    for planned in if quick { vec![2_000] } else { vec![10_000, 100_000, 1_000_000] } {
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
        runtime.block_on(async {
            let store = fill(&folder.path().join("beian.sqlite"), planned).await;
            let mut best = f64::INFINITY;
            for _ in 0..5 {
                let begun = Instant::now();
                let mut batch = store.begin().await.expect("a batch");
                let due = batch.due("telegram", now() + TimeDelta::hours(1), 10_000).await.expect("who is due");
                best = best.min(begun.elapsed().as_secs_f64() * 1e3);
                assert_eq!(due.len(), DUE);
            }
            println!("{planned:>9} {DUE:>7} {best:>9.2}");
            store.close().await;
        });
    }
}
