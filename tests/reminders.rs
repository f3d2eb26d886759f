//! Reminders as the service sends them: found through their index, sent once, answered by a tap.
#![allow(clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod platform;

use platform::fake::{FakeTelegram, Faults};
use platform::scene::{Scene, WANG};
use platform::service::{Place, Service};

/// Somebody who agreed to be reminded, and whose reminder is due: the clock of the database is put back.
fn somebody_due() -> Scene {
    let mut scene = Scene::new();
    scene.as_far_as_the_checklist();
    scene.tell("/reminders on");
    scene.stop();
    // Ten days ago, no quiet hours, and due since an hour.
    scene.place.sql("update filings set state = replace(state, date('now', '+8 hours'), date('now', '+8 hours', '-10 days'))");
    scene.place.sql("update persons set reminders = json_set(reminders, '$.quiet', json('[0,0]')), wake_at = strftime('%Y-%m-%dT%H:00:00+00:00', 'now', '-1 hours')");
    scene
}

fn reminders_in(fake: &FakeTelegram) -> usize {
    fake.messages(WANG).iter().filter(|message| message.text.contains("🔔")).count()
}

#[test]
fn a_reminder_comes_once_and_is_answered_by_a_tap() {
    let scene = somebody_due();
    let (fake, place) = (&scene.fake, &scene.place);
    let before = scene.replies(WANG);
    let service = Service::start(fake, place);
    fake.wait_for_replies(WANG, before + 1);
    assert_eq!(reminders_in(fake), 1, "{}", fake.transcript(WANG));
    assert!(fake.transcript(WANG).contains("还差 4 样材料"), "{}", fake.transcript(WANG));
    assert!(service.stop().success());

    // Neither a restart nor a kill repeats it.
    let mut service = Service::start(fake, place);
    service.address();
    service.kill();
    let _service = Service::start(fake, place);
    fake.press(WANG, "完成了");
    fake.wait_for_replies(WANG, before + 2);
    assert!(fake.transcript(WANG).contains("这件事不再提醒"), "{}", fake.transcript(WANG));
    assert_eq!(reminders_in(fake), 1, "{}", fake.transcript(WANG));
    assert_eq!(fake.violations(), Vec::<String>::new());
}

#[test]
fn a_reminder_of_unknown_fate_is_not_sent_again() {
    let scene = somebody_due();
    let (fake, place) = (&scene.fake, &scene.place);
    fake.faults(Faults { reset_after: 1.0, seed: 3, ..Faults::default() });
    let mut service = Service::start(fake, place);
    service.wait_for_log("a message cannot be sent", |line| line.contains("a message cannot be sent").then_some(()));
    fake.faults(Faults::default());
    service.kill();
    let service = Service::start(fake, place);
    fake.say(WANG, "/help");
    fake.quiet();
    assert!(service.stop().success());
    assert_eq!(reminders_in(fake), 1, "{}", fake.transcript(WANG));
    let listed = String::from_utf8(place.command(&["unsent"]).output().expect("it runs").stdout).expect("text");
    assert!(listed.contains("it may have been sent"), "{listed}");
}

#[test]
fn a_reminder_that_could_not_be_sent_before_a_stop_comes_after_it_once() {
    let scene = somebody_due();
    let (fake, place) = (&scene.fake, &scene.place);
    fake.faults(Faults { rate_429: 1.0, retry_after: 3600, seed: 5, ..Faults::default() });
    let mut service = Service::start(fake, place);
    service.wait_for_log("told to wait", |line| line.contains("told to wait").then_some(()));
    assert!(service.stop().success());
    assert_eq!(reminders_in(fake), 0);
    fake.faults(Faults::default());
    let mut service = Service::start(fake, place);
    service.wait_for_log("planned anew", |line| line.contains("planned anew").then_some(()));
    fake.wait_until("the reminder", |state| state.messages(WANG).iter().any(|message| message.text.contains("🔔")));
    assert!(service.stop().success());
    assert_eq!(reminders_in(fake), 1, "{}", fake.transcript(WANG));
}

#[test]
fn a_reminder_that_nobody_got_since_the_bot_was_blocked_comes_when_they_are_back() {
    let scene = somebody_due();
    let (fake, place) = (&scene.fake, &scene.place);
    fake.block_unnoticed(WANG);
    let mut service = Service::start(fake, place);
    service.wait_for_log("reaches nobody", |line| line.contains("reaches nobody now").then_some(()));
    fake.unblock(WANG);
    fake.wait_until("the reminder", |state| state.messages(WANG).iter().any(|message| message.text.contains("🔔")));
    assert!(service.stop().success());
    assert_eq!(reminders_in(fake), 1, "{}", fake.transcript(WANG));
}

#[test]
fn new_rules_plan_everybody_anew() {
    let scene = somebody_due();
    let (fake, place) = (&scene.fake, &scene.place);
    place.sql("update persons set wake_at = null");
    place.sql("update service set value = 'of other rules' where name = 'rules digest'");
    let service = Service::start(fake, place);
    fake.wait_until("the reminder", |state| state.messages(WANG).iter().any(|message| message.text.contains("🔔")));
    assert!(service.stop().success());
}

#[test]
fn what_would_be_sent_can_be_seen_and_sends_nothing() {
    let scene = somebody_due();
    let place = &scene.place;
    let shown = |arguments: &[&str]| {
        let output = place.command(arguments).output().expect("it runs");
        (output.status.code(), String::from_utf8(output.stdout).expect("text"), String::from_utf8(output.stderr).expect("text"))
    };
    let (code, said, _) = shown(&["remind", "--dry-run"]);
    assert_eq!(code, Some(0));
    assert!(said.contains("# telegram 1001") && said.contains("materials:") && said.contains("还差 4 样材料"), "{said}");
    assert_eq!(shown(&["remind", "--dry-run", "--at", "2020-01-01"]).1, "");
    let (code, _, error) = shown(&["remind"]);
    assert_eq!(code, Some(2), "{error}");
}

#[test]
fn who_is_due_is_read_from_the_index_alone() {
    let (fake, place) = (FakeTelegram::start(), Place::new());
    let mut service = Service::start(&fake, &place);
    service.address();
    assert!(service.stop().success());
    let plan = place.texts(
        "explain query plan select address from persons where channel = 'telegram' and wake_at <= '2030' and wake_at is not null \
         and unreachable_since is null order by wake_at limit 500",
    );
    assert!(plan.iter().any(|line| line.contains("USING INDEX persons_to_wake (channel=? AND wake_at>? AND wake_at<?)")), "{plan:?}");
    assert!(!plan.iter().any(|line| line.contains("TEMP B-TREE")), "{plan:?}");
}
