//! What is said on one side arrives on the other: pictures, answers and changes too, and nothing that is meant for nobody else.

use super::*;

#[test]
fn two_agents_and_two_applicants_at_once_see_only_what_is_theirs() {
    let desk = Desk::new();
    for person in [WANG, ANN] {
        desk.fake.say(person, "/start");
        desk.fake.wait_for_replies(person, 1);
    }
    desk.fake.say(WANG, "/human 我的备案被退回了");
    desk.fake.say(ANN, "/human my filing was returned");
    let (of_wang, of_ann) = (desk.topic_with("我的备案被退回了"), desk.topic_with("my filing was returned"));
    assert_ne!(of_wang, of_ann);
    desk.wait_for(WANG, "已经转给客服");
    desk.wait_for(ANN, "handed you over");
    for round in 0..5 {
        desk.fake.say(WANG, &format!("wang {round}"));
        desk.fake.say(ANN, &format!("ann {round}"));
        desk.fake.say_in_topic(DESK, Some(of_wang), LI, &format!("li {round}"));
        desk.fake.say_in_topic(DESK, Some(of_ann), ZHAO, &format!("zhao {round}"));
    }
    desk.wait_for(WANG, "li 4");
    desk.wait_for(ANN, "zhao 4");
    desk.wait_for(DESK, "wang 4");
    desk.wait_for(DESK, "ann 4");
    desk.settle();
    let lines = |text: &str, of: &str| -> Vec<String> { text.lines().filter(|line| line.contains(of)).map(str::to_owned).collect() };
    let (topic_of_wang, topic_of_ann) = (desk.fake.topic_transcript(DESK, Some(of_wang)), desk.fake.topic_transcript(DESK, Some(of_ann)));
    assert_eq!(lines(&topic_of_wang, "wang "), (0..5).map(|round| format!("< wang {round}")).collect::<Vec<_>>(), "{topic_of_wang}");
    assert_eq!(lines(&topic_of_ann, "ann "), (0..5).map(|round| format!("< ann {round}")).collect::<Vec<_>>(), "{topic_of_ann}");
    assert_eq!(lines(&desk.fake.transcript(WANG), "li "), (0..5).map(|round| format!("< 👤 客服：li {round}")).collect::<Vec<_>>());
    assert_eq!(lines(&desk.fake.transcript(ANN), "zhao "), (0..5).map(|round| format!("< 👤 Staff: zhao {round}")).collect::<Vec<_>>());
    for (text, foreign) in
        [(&topic_of_wang, "ann "), (&topic_of_ann, "wang "), (&desk.fake.transcript(WANG), "zhao "), (&desk.fake.transcript(ANN), "li ")]
    {
        assert!(!text.contains(foreign), "{foreign} leaked:\n{text}");
    }
    desk.in_order();
}

#[test]
fn photos_files_answers_and_changes_go_both_ways() {
    let desk = Desk::new();
    let topic = desk.hand_over_with_checklist();
    desk.fake.photo(WANG, "报错截图，卡号6222020200001234567");
    desk.wait_for(DESK, "报错截图");
    let question = desk.fake.say(WANG, "这是什么意思");
    desk.wait_for(DESK, "这是什么意思");
    desk.settle();
    desk.fake.edit(WANG, question, "这个报错是什么意思");
    desk.wait_for(DESK, "这个报错是什么意思");
    let there = desk.fake.messages(DESK).iter().find(|message| message.text.contains("什么意思")).expect("a message").id;
    // What the platform says of itself is for nobody.
    desk.fake.pin(DESK, LI, there);
    desk.fake.rename_topic(DESK, LI, topic, "#1 报错");
    desk.fake.close_topic(DESK, LI, topic);
    desk.fake.reopen_topic(DESK, LI, topic);
    let answer = desk.fake.reply_in(DESK, LI, "核验单没签子", there);
    desk.wait_for(WANG, "没签子");
    desk.settle();
    desk.fake.edit_in(DESK, LI, answer, "核验单没签字");
    desk.wait_for(WANG, "没签字");
    desk.fake.photo_in(DESK, Some(topic), LI, "签在这里");
    desk.wait_for(WANG, "签在这里");
    desk.check_after(
        topic,
        WANG,
        "转人工",
        expect![[r#"
        == topic
        - bot opened «#1 广东 企业»
        (the card)
        < (copy of 1001/19) (photo.jpg) 报错截图，卡号***
        < ✎ 这个报错是什么意思（改过） (edited)
        - 2001 pinned «✎ 这个报错是什么意思（改过）»
        - 2001 named «#1 报错»
        - 2001 closed
        - 2001 reopened
        2001> (to «✎ 这个报错是什么意思（改过）») 核验单没签字 (edited)
        2001> (photo.jpg) 签在这里
        == private
        (handed over)
        > (photo.jpg) 报错截图，卡号6222020200001234567
        > 这个报错是什么意思
        < 👤 客服：核验单没签字
        < (photo.jpg) 签在这里
    "#]],
    );
}

#[test]
fn what_is_meant_for_the_staff_stays_with_them_also_under_a_picture() {
    let desk = Desk::new();
    let topic = desk.hand_over("帮我看看");
    desk.fake.photo_in(DESK, Some(topic), LI, "// 内部：这人上次也没给全");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "／／ 全角的也是");
    desk.fake.document_in(DESK, Some(topic), LI, "/tag 老客户");
    desk.wait_for(DESK, "标签：老客户");
    desk.fake.forward_in(DESK, Some(topic), LI, ZHAO, "请补交核验单");
    desk.wait_for(WANG, "请补交核验单");
    desk.settle();
    let transcript = desk.fake.transcript(WANG);
    assert!(!transcript.contains("内部") && !transcript.contains("全角") && !transcript.contains("老客户"), "{transcript}");
    desk.in_order();
}

#[test]
fn a_long_message_arrives_in_pieces_and_so_does_a_long_card() {
    let desk = Desk::new();
    desk.as_far_as_the_checklist(WANG);
    // Characters that count twice: two thousand of them fill a message.
    desk.fake.say(WANG, &format!("/human {}尾巴", "𠮷".repeat(1_900)));
    let topic = desk.topic_with("尾巴");
    desk.fake.say(WANG, &format!("开头{}", "很".repeat(4_000)));
    desk.wait_for(DESK, "开头");
    desk.fake.say_in_topic(DESK, Some(topic), LI, &format!("{}完", "长".repeat(4_095)));
    desk.wait_for(WANG, "完");
    desk.settle();
    assert_eq!(desk.place.sql("select count(*) from outbox"), 0);
    desk.in_order();
}

#[test]
fn a_change_that_comes_before_its_message_is_delivered_changes_it_on_both_sides() {
    let desk = Desk::new();
    let topic = desk.hand_over_with_checklist();
    desk.settle();
    desk.fake.hold(DESK);
    let question = desk.fake.say(WANG, "这是神马意思，电话13800138000");
    desk.fake.wait_for_held(1);
    desk.fake.edit(WANG, question, "这是什马意思，电话13800138000");
    desk.fake.taken();
    desk.fake.edit(WANG, question, "这是什么意思，电话13800138000");
    desk.fake.taken();
    desk.fake.let_go();
    desk.wait_for(DESK, "什么意思");
    desk.settle();
    desk.fake.hold(WANG);
    let answer = desk.fake.say_in_topic(DESK, Some(topic), LI, "核验单没签子");
    desk.fake.wait_for_held(1);
    desk.fake.edit_in(DESK, LI, answer, "核验单没签字");
    desk.fake.taken();
    desk.fake.let_go();
    desk.wait_for(WANG, "没签字");
    desk.check_after(
        topic,
        WANG,
        "转人工",
        expect![[r#"
        == topic
        - bot opened «#1 广东 企业»
        (the card)
        < ✎ 这是什么意思，电话***（改过） (edited)
        2001> 核验单没签字 (edited)
        == private
        (handed over)
        > 这是什么意思，电话13800138000
        < 👤 客服：核验单没签字
    "#]],
    );
}

#[test]
fn a_change_that_waits_survives_a_kill_and_comes_with_its_message_in_one_batch_too() {
    let mut desk = Desk::new();
    let topic = desk.hand_over_with_checklist();
    desk.settle();
    desk.fake.hold(DESK);
    let question = desk.fake.say(WANG, "第一句错了");
    desk.fake.wait_for_held(1);
    desk.fake.edit(WANG, question, "第一句对了");
    desk.fake.taken();
    desk.kill_before_the_call();
    // Both are there when the service comes back, and are taken in one batch.
    let question = desk.fake.say(WANG, "第二句错了");
    desk.fake.edit(WANG, question, "第二句对了");
    let answer = desk.fake.say_in_topic(DESK, Some(topic), LI, "回答错了");
    desk.fake.edit_in(DESK, LI, answer, "回答对了");
    let desk = desk.open();
    desk.wait_for(DESK, "第一句对了");
    desk.wait_for(DESK, "第二句对了");
    desk.wait_for(WANG, "回答对了");
    desk.check_after(
        topic,
        WANG,
        "转人工",
        expect![[r#"
        == topic
        - bot opened «#1 广东 企业»
        (the card)
        2001> 回答对了 (edited)
        < ✎ 第一句对了（改过） (edited)
        < ✎ 第二句对了（改过） (edited)
        == private
        (handed over)
        > 第一句对了
        > 第二句对了
        < 👤 客服：回答对了
    "#]],
    );
}

#[test]
fn changed_captions_change_on_the_other_side() {
    let desk = Desk::new();
    let topic = desk.hand_over_with_checklist();
    let photo = desk.fake.photo(WANG, "报错截图");
    desk.wait_for(DESK, "报错截图");
    desk.settle();
    desk.fake.edit(WANG, photo, "登录报错，卡号6222020200001234567");
    desk.wait_for(DESK, "登录报错");
    desk.fake.hold(DESK);
    let photo = desk.fake.photo(WANG, "执照");
    desk.fake.wait_for_held(1);
    desk.fake.edit(WANG, photo, "营业执照");
    desk.fake.taken();
    desk.fake.let_go();
    desk.wait_for(DESK, "营业执照");
    desk.settle();
    desk.fake.edit(WANG, photo, "");
    desk.fake.wait_until("no caption", |state| !state.messages(DESK).iter().any(|message| message.text.contains("营业执照")));
    let file = desk.fake.document_in(DESK, Some(topic), LI, "签这一页");
    desk.wait_for(WANG, "签这一页");
    desk.settle();
    desk.fake.edit_in(DESK, LI, file, "签这两页");
    desk.wait_for(WANG, "签这两页");
    // What was for the staff alone stays so, whatever it becomes.
    let note = desk.fake.photo_in(DESK, Some(topic), LI, "// 内部");
    desk.fake.edit_in(DESK, LI, note, "不再内部");
    desk.wait_for(DESK, "原来那条没有转给对方");
    desk.check_after(
        topic,
        WANG,
        "转人工",
        expect![[r#"
        == topic
        - bot opened «#1 广东 企业»
        (the card)
        < (copy of 1001/19) (photo.jpg) ✎ 登录报错，卡号***（改过） (edited)
        < (copy of 1001/20) (photo.jpg) (edited)
        2001> (document.pdf) 签这两页 (edited)
        2001> (photo.jpg) 不再内部 (edited)
        < (to «(photo.jpg) 不再内部») 原来那条没有转给对方，改了也不会转。要说给对方的话，请另发一条。
        == private
        (handed over)
        > (photo.jpg) 登录报错，卡号6222020200001234567
        > (photo.jpg)
        < (document.pdf) 签这两页
    "#]],
    );
}

#[test]
fn a_caption_that_is_too_long_for_a_bot_follows_what_it_stood_under() {
    let desk = Desk::new();
    let topic = desk.hand_over_with_checklist();
    let photo = desk.fake.photo(WANG, &format!("开头{}", "很长".repeat(600)));
    desk.wait_for(DESK, "开头");
    desk.fake.photo_in(DESK, Some(topic), LI, &format!("回答{}", "也长".repeat(600)));
    desk.wait_for(WANG, "👤 客服：回答");
    desk.settle();
    desk.fake.edit(WANG, photo, &format!("改了{}", "还长".repeat(600)));
    desk.wait_for(DESK, "✎ 改了");
    desk.settle();
    assert_eq!(desk.place.sql("select count(*) from outbox"), 0);
    let copies = |chat| desk.fake.messages(chat).iter().filter(|message| message.copied_from.is_some()).count();
    assert_eq!((copies(DESK), copies(WANG)), (1, 1));
    desk.in_order();
}

#[test]
fn a_text_that_becomes_a_picture_is_said_again() {
    let desk = Desk::new();
    let topic = desk.hand_over("帮我看看");
    let text = desk.fake.say(WANG, "见图");
    desk.wait_for(DESK, "见图");
    desk.settle();
    desk.fake.edit_into_photo(WANG, WANG, text, "图在这里");
    desk.wait_for(DESK, "图在这里");
    desk.settle();
    let transcript = desk.fake.topic_transcript(DESK, Some(topic));
    expect![[r#"
        < 见图
        < ✎ 图在这里（改过）
    "#]]
    .assert_eq(transcript.split_once("[我来]\n").expect("a card").1);
    desk.in_order();
}

#[test]
fn whatever_can_be_sent_goes_both_ways_but_numbers_of_people() {
    use serde_json::json;
    let desk = Desk::new();
    let topic = desk.hand_over_with_checklist();
    let place = json!({"latitude": 23.1, "longitude": 113.3});
    let poll = json!({"id": "1", "question": "?", "options": [], "total_voter_count": 0, "is_closed": false, "is_anonymous": true,
        "type": "regular", "allows_multiple_answers": false, "members_only": false, "allows_revoting": false});
    let note = json!({"file_id": "n", "file_unique_id": "n", "length": 240, "duration": 3});
    let contact = json!({"phone_number": "13800138000", "first_name": "Wang"});
    desk.fake.sticker(WANG);
    desk.fake.voice(WANG);
    let all = [("location", place), ("poll", poll), ("video_note", note), ("contact", contact)];
    for (kind, what) in &all {
        desk.fake.send_in(WANG, None, WANG, kind, what.clone());
    }
    desk.fake.say(WANG, "就这些");
    desk.wait_for(DESK, "就这些");
    for (kind, what) in all {
        desk.fake.send_in(DESK, Some(topic), LI, kind, what);
    }
    desk.fake.wait_until("four copies", |state| state.messages(WANG).iter().filter(|message| message.copied_from.is_some()).count() == 4);
    desk.check_after(
        topic,
        WANG,
        "转人工",
        expect![[r#"
        == topic
        - bot opened «#1 广东 企业»
        (the card)
        < (copy of 1001/19) (sticker.webp)
        < (copy of 1001/20) (voice.ogg)
        < (copy of 1001/21) (location)
        < (copy of 1001/22) (poll)
        < (copy of 1001/23) (video_note)
        < ⚠ 对方发来的一条内容没法转到这里，需要的话请对方换成文字或图片。
        < 就这些
        2001> (location)
        2001> (poll)
        2001> (video_note)
        2001> (contact)
        == private
        (handed over)
        > (sticker.webp)
        > (voice.ogg)
        > (location)
        > (poll)
        > (video_note)
        > (contact)
        > 就这些
        < (location)
        < (poll)
        < (video_note)
        < (contact)
    "#]],
    );
}

#[test]
fn answers_to_a_message_find_it_from_both_sides() {
    let desk = Desk::new();
    let topic = desk.hand_over_with_checklist();
    desk.fake.say_in_topic(DESK, Some(topic), LI, "域名是谁的？");
    desk.wait_for(WANG, "域名是谁的");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "服务器在哪？");
    desk.wait_for(WANG, "服务器在哪");
    desk.settle();
    let asked = desk.fake.messages(WANG).iter().find(|message| message.text.contains("域名是谁的")).expect("a message").id;
    let answer = desk.fake.reply_in(WANG, WANG, "朋友的", asked);
    desk.wait_for(DESK, "朋友的");
    desk.settle();
    // To one's own message, and to one that the staff never saw.
    desk.fake.reply_in(WANG, WANG, "说错了，公司的", answer);
    let list = desk.fake.messages(WANG).iter().find(|message| message.text.contains("继续吗")).expect("a message").id;
    desk.fake.reply_in(WANG, WANG, "这个先不管", list);
    desk.wait_for(DESK, "先不管");
    desk.check_after(
        topic,
        WANG,
        "转人工",
        expect![[r#"
        == topic
        - bot opened «#1 广东 企业»
        (the card)
        2001> 域名是谁的？
        2001> 服务器在哪？
        < (to «域名是谁的？») 朋友的
        < (to «朋友的») 说错了，公司的
        < 这个先不管
        == private
        (handed over)
        < 👤 客服：域名是谁的？
        < 👤 客服：服务器在哪？
        > 朋友的
        > 说错了，公司的
        > 这个先不管
    "#]],
    );
}
