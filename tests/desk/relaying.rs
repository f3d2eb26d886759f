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
            < 名片里有别人的号码，我没有转给客服。要说的话请直接打字发来。
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
    desk.fake.link_in(DESK, Some(topic), LI, "域名要求在这里", "https://example.cn/domains");
    desk.wait_for(WANG, "在这里 (https://example.cn/domains)");
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
        2001> 域名要求在这里
        < (to «域名是谁的？») 朋友的
        < (to «朋友的») 说错了，公司的
        < 这个先不管
        == private
        (handed over)
        < 👤 客服：域名是谁的？
        < 👤 客服：服务器在哪？
        < 👤 客服：域名要求在这里 (https://example.cn/domains)
        > 朋友的
        > 说错了，公司的
        > 这个先不管
    "#]],
    );
}

#[test]
fn an_album_stays_together_on_both_sides() {
    let desk = Desk::new();
    let topic = desk.hand_over_with_checklist();
    desk.settle();
    let photos = desk.fake.album_in(WANG, None, WANG, &["三张报错", "", "这张最要紧"]);
    desk.wait_for(DESK, "这张最要紧");
    desk.settle();
    // Each is known by itself.
    desk.fake.edit(WANG, photos[2], "这张最重要");
    desk.wait_for(DESK, "这张最重要");
    let last = desk.fake.messages(DESK).iter().find(|message| message.text.contains("最重要")).expect("a message").id;
    desk.fake.reply_in(DESK, LI, "看到了", last);
    desk.wait_for(WANG, "看到了");
    desk.fake.album_in(DESK, Some(topic), LI, &["签在这里", "", "还有这里"]);
    desk.wait_for(WANG, "还有这里");
    desk.settle();
    // Numbers of people are hidden, which no copy of an album can do: that one comes by itself.
    desk.fake.album_in(WANG, None, WANG, &["没有号码", "卡号6222020200001234567", ""]);
    desk.wait_for(DESK, "卡号");
    desk.fake.say(WANG, "就这些");
    desk.wait_for(DESK, "就这些");
    desk.check_after(
        topic,
        WANG,
        "转人工",
        expect![[r#"
        == topic
        - bot opened «#1 广东 企业»
        (the card)
        < (copy of 1001/19) (album) (photo.jpg) 三张报错
        < (copy of 1001/20) (album) (photo.jpg)
        < (copy of 1001/21) (album) (photo.jpg) ✎ 这张最重要（改过） (edited)
        2001> (to «(album) (photo.jpg) ») 看到了
        2001> (album) (photo.jpg) 签在这里
        2001> (album) (photo.jpg)
        2001> (album) (photo.jpg) 还有这里
        < (copy of 1001/26) (photo.jpg) 没有号码
        < (copy of 1001/27) (photo.jpg) 卡号***
        < (copy of 1001/28) (photo.jpg)
        < 就这些
        == private
        (handed over)
        > (album) (photo.jpg) 三张报错
        > (album) (photo.jpg)
        > (album) (photo.jpg) 这张最重要
        < 👤 客服：看到了
        < (album) (photo.jpg) 签在这里
        < (album) (photo.jpg)
        < (album) (photo.jpg) 还有这里
        > (album) (photo.jpg) 没有号码
        > (album) (photo.jpg) 卡号6222020200001234567
        > (album) (photo.jpg)
        > 就这些
    "#]],
    );
}

#[test]
fn an_album_of_the_staff_is_for_the_staff_as_a_whole() {
    let desk = Desk::new();
    let topic = desk.hand_over("帮我看看");
    desk.fake.album_in(DESK, Some(topic), LI, &["// 内部资料", "", ""]);
    desk.fake.album_in(DESK, Some(topic), LI, &["/tag 老客户", ""]);
    desk.wait_for(DESK, "标签：老客户");
    desk.fake.say_in_topic(DESK, Some(topic), LI, "您好");
    desk.wait_for(WANG, "您好");
    desk.settle();
    assert!(desk.fake.messages(WANG).iter().all(|message| message.file.is_none()), "{}", desk.fake.transcript(WANG));
    desk.in_order();
}
