//! What is changed after it was said, or should not have been said: before its delivery is noted, and after.

use super::*;

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
fn a_change_of_an_album_that_is_not_delivered_yet_finds_its_picture() {
    let desk = Desk::new();
    let topic = desk.hand_over("帮我看看");
    desk.settle();
    desk.fake.hold(DESK);
    let photos = desk.fake.album_in(WANG, None, WANG, &["第一张", "第二章"]);
    desk.fake.wait_for_held(1);
    desk.fake.edit(WANG, photos[1], "第二张");
    desk.fake.taken();
    desk.fake.let_go();
    desk.wait_for(DESK, "第二张");
    desk.settle();
    let transcript = desk.fake.topic_transcript(DESK, Some(topic));
    expect![[r#"
        < (copy of 1001/5) (album) (photo.jpg) 第一张
        < (copy of 1001/6) (album) (photo.jpg) ✎ 第二张（改过） (edited)
    "#]]
    .assert_eq(transcript.split_once("[我来]\n").expect("a card").1);
    desk.in_order();
}

#[test]
fn what_cannot_be_unsaid_or_delivered_is_told_to_the_staff() {
    let desk = Desk::new();
    let topic = desk.hand_over_with_checklist();
    let said = desk.fake.say_in_topic(DESK, Some(topic), LI, "这人真烦");
    desk.wait_for(WANG, "这人真烦");
    desk.settle();
    desk.fake.edit_in(DESK, LI, said, "// 这人真烦");
    desk.wait_for(DESK, "收不回来");
    desk.settle();
    desk.fake.block_unnoticed(WANG);
    desk.fake.say_in_topic(DESK, Some(topic), LI, "还在吗");
    desk.wait_for(DESK, "没能送到");
    desk.fake.unblock(WANG);
    desk.fake.say(WANG, "我回来了");
    desk.wait_for(DESK, "我回来了");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "好的");
    desk.wait_for(WANG, "好的");
    // What was given up is listed, and was for nobody.
    desk.fake.quiet();
    assert_eq!(desk.place.sql("select count(*) from outbox where parked_because is not null"), 1);
    expect![[r#"
        - bot opened «#1 广东 企业»
        (the card)
        2001> // 这人真烦 (edited)
        < (to «// 这人真烦») 对方已经收到原来那句，改成内部的话也收不回来。
        2001> 还在吗
        < ⚠ 有一条消息没能送到，对方可能停用了机器人。
        < 我回来了
        2001> 好的
    "#]]
    .assert_eq(&desk.fake.topic_transcript(DESK, Some(topic)).replace(CARD, "(the card)\n"));
    assert!(!desk.fake.transcript(WANG).contains("还在吗"));
    desk.in_order();
}
