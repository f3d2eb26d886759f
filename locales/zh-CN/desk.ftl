# The support desk: what persons are told of it, and what the staff reads.

desk-none = 这里没有人工客服。拿不准的事，可以问接入服务商的客服或当地管局；其他的我接着帮您。
desk-with-staff = 客服已经接到您的会话，有话直接说就行。要回到我这里，发 /bot。
desk-offer = 要不要换人来帮您？发 /human 转人工。
desk-left-open = 清单里有几条，文件没有写死，要看审核的人怎么认。想找人问清楚，发 /human。
desk-left = 好，回到我这里。客服那边已经结束。
desk-closed = 客服已结束这次会话，我们接着来。
desk-reopened = 客服又回来了，有话直接说。
desk-set = 客服替您填了：{ $answers }。不对的话直接说，例如“不对，是广西”。
invited-by = { $name } 请您来的，已经替您填好这些，哪里不对直接说：
invited = 邀请里已经替您填好这些，哪里不对直接说：
invitation-expired = 这个邀请链接已经过期，里面填好的内容用不了了。没关系，我们从头来；也可以向发给您的人要个新的。
invitation-forged = 这个邀请链接不完整或被改过，我没有用里面的内容。请从原消息里重新点开；也可以现在就开始：
report-taken = 谢谢！“{ $title }”这一条，我已转给维护规则的人核对。转过去的只有这条规则和您的选项，没有您写的文字。
report-which = 哪一条不对？发 /wrong 加编号，例如 /wrong 1（1 到 { $shown }）。
choice-staff = 转人工
command-human = 转人工客服
command-bot = 结束人工，回到机器人
command-wrong = 第几条不对：/wrong 3

desk-handed-over = 已经转给客服，您的资料和刚才说的都带过去了，不用再讲一遍。
desk-waiting-closed = 现在不在上班时间（工作日 { $hours }），{ $opens } 起有人回复，您的话先记着。
desk-waiting-before = 前面还有 { $count } 位在等。
desk-waiting-minutes = 一般约 { $minutes } 分钟内回复。
desk-handed-over-then = 有话直接发（文字、图片、文件都行，证件号和卡号会被隐去）。这期间我不插话；要用我，发 /progress、/result 这样的命令，或发 /bot 回来。
desk-from-staff = 👤 客服：{ $text }
desk-from-person = { $text }
desk-edited = ✎ { $text }（改过）
desk-stars = { $stars } ★
desk-moment = { $day } { $time }
desk-taken = 客服已接手，马上回复您。
desk-contact-kept = 名片里有别人的号码，我没有转给客服。要说的话请直接打字发来。
desk-ask-rating = 刚才的人工服务怎么样？
desk-rated = 谢谢！

desk-reason-asked = 本人要求
desk-reason-not-understood = 两次没听懂
desk-reason-left-open = 文件没写死
desk-language-zh = 中文
desk-language-en = 英文
desk-card-title = ■ #{ $case } 需要人工（{ $reason }）
desk-card-short = #{ $case } 需要人工。资料太长，显示不了，发 /summary 再看。
desk-not-ready = 刚启动，还不知道谁是客服，您发的没有处理，请过几秒再发一次。
desk-card-language = 语言：{ $language }
desk-card-campaign = 来自：{ $name }
desk-card-before = 之前转过人工：{ $count } 次
desk-card-filing = { $label }，进度：{ $stage }
desk-card-failing = ✗ 不符合：{ $items }
desk-card-left = □ 还差：{ $items }
desk-card-heard = ■ 最近说的
desk-card-heard-answer = 问“{ $field }”，答：{ $text }
desk-card-heard-line = · { $text }
desk-card-words = ■ 想问：{ $text }
desk-card-how = 在这里发的都会转给对方；以 // 开头的只有自己人看得到。/desk 看命令。
desk-card-link = 打开对方的会话
desk-more = 另 { $count } 项
desk-button-take = 我来
desk-button-send = 发给对方
desk-toast-sent = 已发给对方
desk-toast-stale = 这个按钮已经用过，或不再有效
desk-help = 客服命令：
    /take 接手　/close 原因：结束　/reopen 重新打开
    /set 省份 广东：替对方填
    /tag 标签　/summary 再看资料
    /answer 3 或 /answer 域名：从规则库找一条，可发给对方
    /cases 正在等的　/stats 7 #活动名：近 7 天的数字
    /invite 广东 企业 #活动名：生成邀请链接
    以 // 开头的话不会转给对方。把客户的消息转发到这里（不在话题里），我告诉您听懂了什么、要准备什么。
desk-refused = 只有客服能在这里操作。您发的没有转给任何人。
desk-no-such-command = 没有这个命令。/desk 看客服命令。
desk-only-in-case = 这个命令要在某个会话的话题里用（没有话题时，回复那个会话的消息）。
desk-no-case = 您回复的那条消息不属于哪个会话，这句话没有转给任何人。刚转来的消息，过几秒再回复一次。
desk-no-case-topic = 这个话题不属于哪个会话，您发的没有转给任何人。刚开的话题过几秒再发；打开的会话用 /cases 看。
desk-is-closed = 这个会话已经结束，话没有转过去。要继续，先 /reopen。
desk-is-open = 对方已有打开的会话。
desk-reopened-here = 已重新打开，对方看得到您说的话了。
desk-left-by-person = 对方结束了人工服务，回到机器人了。
desk-not-delivered = ⚠ 有一条消息没能送到，对方可能停用了机器人。
desk-not-relayed = ⚠ 对方发来的一条内容没法转到这里，需要的话请对方换成文字或图片。
desk-not-changed = 原来那条没有转给对方，改了也不会转。要说给对方的话，请另发一条。
desk-not-unsaid = 对方已经收到原来那句，改成内部的话也收不回来。
desk-set-done = 已替对方填好，也告诉对方了：{ $answers }
desk-set-none = 没听懂“{ $words }”。写成“/set 省份 广东”这样：哪一项，空格，是什么。
desk-set-values = 没听懂“{ $words }”。可以是：{ $values }
desk-tags = 标签：{ $tags }
desk-tags-none = 写成“/tag 标签”。
desk-closed-because = 已结束：{ $because }
desk-closed-here = 已结束。
desk-taken-by = { $name } 接手了 #{ $case }。
desk-taken-over = { $name } 接过了 #{ $case }。
desk-cases = 打开的会话（{ $count }）：
desk-cases-none = 没有打开的会话。
desk-raised = ⏰ 有 { $count } 位还没等到回复：
desk-case-line = #{ $case } { $reason }，{ $waits }
desk-case-waits = 等了 { $time }
desk-case-answered = 已回复
desk-minutes = { $count } 分钟
desk-hours = { $count } 小时
desk-answer-none = 清单里没找到。写清单里的编号，或换个词，例如 /answer 域名。
desk-answer-which = 是哪一条？再发 /answer 加编号：
desk-reports-topic = 规则纠错
desk-reported = 有人说这条不对：{ $title }
    { $rule }
    { $profile }
desk-understood = 听懂了：{ $answers }
desk-understood-none = 没听出是哪个省、谁来备案，先按通用的列。
desk-invitation = 给 { $name } 的邀请，已填：{ $answers }
    { $until } 前有效
    { $link }
desk-invite-nothing = 没听懂要填什么。例如：/invite 广东 企业 #双十一 14 天
desk-invite-too-long = 放不下这么多，链接最长 64 个字符。少填几项，尤其是网址和名称。
desk-invite-no-bot = 还不知道机器人的名字，稍后再试。
desk-button-copy = 复制链接
desk-stats = 近 { $days } 天：
desk-stats-of = 近 { $days } 天，{ $name }：
desk-stats-conversation = 新会话 { $count }
desk-stats-checklist = 出了清单 { $count }
desk-stats-all-asked = 问题全部答完 { $count }
desk-stats-handed-over = 转人工 { $count }
desk-stats-closed = 已结束 { $count }
desk-stats-reported = 规则纠错 { $count }
desk-stats-reason = · { $reason }：{ $count }
desk-stats-first-reply = 首次回复平均 { $minutes } 分钟
desk-stats-median = · 一半在 { $minutes } 分钟内
desk-stats-ninetieth = · 九成在 { $minutes } 分钟内
desk-stats-rating = 评分 { $average }（{ $count } 人）
staff-command-take = 接手这个会话
staff-command-set = 替对方填：/set 省份 广东
staff-command-tag = 加标签
staff-command-close = 结束，可写原因
staff-command-reopen = 重新打开
staff-command-summary = 再看对方的资料
staff-command-answer = 从规则库找一条：/answer 域名
staff-command-cases = 正在等的会话
staff-command-invite = 生成邀请链接：/invite 广东 企业 #活动
staff-command-stats = 近几天的数字：/stats 7
staff-command-desk = 客服命令
ui-help-desk = /human 转人工客服；/bot 回到我这里
    /wrong 3 告诉我们第 3 条不对
