# What the assistant says in a conversation.

list-and = 、
list-or = 或
list-answers = ；

ui-welcome = 您好，我是备案助手。告诉我谁、在哪个省、要备案什么网站，我就列出要准备的材料、前置审批和步骤，每一条都注明出处。
    先问六个问题，就能给出第一份清单；之后愿意的话，再回答一些让它更准确。不知道的可以说“不知道”，随时可以 /undo 返回、/help 看帮助。For English: /lang en
ui-keeping = 我会保存您的回答，只用来列清单，存在运营方服务器的数据库里，{ $days } 天不用就自动删除。/export 取回，/forget 删除。请不要发证件照片和号码。
ui-welcome-back = 欢迎回来。您之前的 { $answers } 个回答都还在，我们接着来。要重新开始请用 /restart。
ui-understood = ✓ { $answers }
ui-understood-correct = 哪里不对直接说，例如“不对，是广西”。
ui-set-aside = 好，“{ $field }”先留空。
ui-set-aside-where = 在哪里能查到：{ $where }
progress-first = （{ $number }/{ $of }）
progress-remaining = （还剩约 { $count } 题）
ui-which = 不止一个地方叫“{ $said }”或有几种可能，您指的是哪一个？
ui-replace = 您之前说的是“{ $before }”，要改成“{ $after }”吗？
ui-elsewhere-hong-kong = 香港不在 31 个省级管局之内。服务器放在香港的网站不用备案；服务器在内地的，选主办单位证件或您的证件所属的内地省份。
ui-elsewhere-macao = 澳门不在 31 个省级管局之内。服务器放在澳门的网站不用备案；服务器在内地的，选主办单位证件或您的证件所属的内地省份。
ui-elsewhere-taiwan = 台湾不在 31 个省级管局之内。服务器放在台湾的网站不用备案；服务器在内地的，选主办单位证件或您的证件所属的内地省份。
ui-elsewhere-abroad = 境外没有管备案的管局。服务器在境外的网站不用备案；服务器在内地的，选主办单位证件或您的证件所属的内地省份。
ui-explain = “{ $field }”：{ $hint }
    { $where }
ui-cannot-say = 这个问题我还答不上来，拿不准的事请问接入服务商。我们先接着这一题：
ui-which-was-wrong = 好，哪一项要改？
ui-greeting = 您好！我在。
ui-thanks = 不客气！
ui-bye = 好的，再见。您的回答都留着，随时回来接着办。
ui-new-filing = 好，开始一个新的备案：{ $label }。
ui-new-filing-copied = 好，开始一个新的备案：{ $label }。主办单位的 { $count } 项回答已经照搬过来，不用再说一遍；/filings 在几个备案之间切换。
ui-filings = 您的备案，回复编号或名称切换：
ui-filing-number = 备案 { $number }
ui-filing-answers = 已答 { $count } 项
ui-filing = { $label }（{ $facts }）
ui-filing-current = { $label }（{ $facts }）← 当前
ui-filing-stands = { $label }：{ $stage }
ui-filing-stands-due = { $label }：{ $stage }；{ $due }
ui-one-filing-only = 目前只有这一个备案。还要备别的网站，用 /new 加上域名，例如 /new example.com。
ui-switched = 现在是：{ $label }（已答 { $count } 项）。
ui-no-such-filing = 没有叫这个名字的备案。
ui-too-many-filings = 最多同时保留 { $count } 个备案。
ui-did-you-mean = 您是说“{ $value }”吗？
ui-not-understood = 没听懂。{ $hint }
ui-not-understood-choices = 还是没听懂。请回复下面某一项的编号，或者说“跳过”。
ui-not-understood-skip = 还是没听懂。{ $hint } 也可以说“跳过”。
ui-gave-up = 我们先跳过“{ $field }”，之后可以用 /edit 补上。
ui-nothing-asked = 现在没有要回答的问题。/result 看清单，/edit 改答案，回复编号看某一条的依据，/help 看全部用法。
ui-no-filing = 按现有资料，这种情况不用备案：
ui-no-filing-go-on = 下面的问题仍可以继续回答，如果情况有变会用得上。
ui-province-not-covered = 我的规则库里还没有{ $province }的规定，清单里只有全国通用的要求。{ $province }另有要求的，请向接入服务商确认。
ui-offer = 还有 { $count } 个问题，回答后清单会更准确。现在继续吗？
ui-all-asked = 能确定清单的问题都问完了。
ui-all-asked-aside = 还有 { $count } 项您先留空，想起来时用 /edit 补上即可。
ui-later = 好的，随时回来接着问。/result 看清单，回复“继续”补充细节。
ui-undone = 已撤回“{ $field }”。
ui-restored = 已恢复：{ $field } = { $value }
ui-unchanged = 好，“{ $field }”不改。
ui-restart-undone = 已恢复重新开始之前的回答。
ui-offer-not-understood = 没听懂。回复“继续”接着问，“以后再说”先停下；也可以回复清单里的编号看依据。
ui-nothing-to-undo = 没有可以撤回的回答了。
ui-restarted = 好，从头开始。要找回之前的回答，用 /undo。
ui-language-changed = 好的，接下来用中文。
ui-no-such-language = 我会说中文和英文：/lang zh 或 /lang en。
ui-no-such-command = 没有这个命令。/help 看全部用法。
ui-no-such-command-nearest = 没有这个命令，您是想用 { $command } 吗？
ui-answers = 您可以改这些回答，回复编号即可：
ui-answers-item = { $field }：{ $value }
ui-answers-empty = { $field }：未填
ui-no-answers = 还没有可以修改的回答。
ui-no-such-answer = 没找到这一项。
ui-help = 怎么用：
    直接回答问题，或回复选项的编号；可多选的写“1 3”。
    “不知道”或 /skip：先留空
    /undo 返回上一题
    /edit 修改某个回答
    /why 为什么问；/why 3 看第 3 条的依据
    /result 看清单；/result all 看全部；/file 存成文件转发
    /progress 备案到哪一步；/materials 还差哪些材料
    /reminders 到日子提醒我；/calendar 存进日历
    /restart 重新开始
    /new 再备一个网站；/filings 切换备案
    /lang en 换成英文
    /export 取回我保存的内容；/forget 全部删除
ui-why-question = 问“{ $field }”，因为它决定这些：
ui-why-question-none = 现有规则里没有哪一条取决于“{ $field }”，可以 /skip。
ui-why-more = ……另有 { $count } 条。
ui-why-because = 因为：{ $facts }
ui-why-open = 还取决于：{ $fields }
ui-why-sources = 出处：
ui-why-replaced = 已被更新的规定取代：{ $title }
ui-why-gone = 按您现在的回答，这一条不再适用。
ui-why-old = 只见于较旧的文件，提交前请向接入服务商确认。
ui-rule-depends = 取决于：{ $fields }
ui-no-such-item = 没有这一条。先用 /result 看清单，再说 /why 加编号。
ui-no-such-item-range = 清单里是 1 到 { $shown } 号，例如 /why 1。

ui-file = 完整清单见附件，可以直接转发给同事。
ui-export = 这是我保存的关于您的全部内容。
ui-export-rest = 除此之外，我还保存了这些：没处理完的消息、没送达的回复，或者读不出来的旧记录。
ui-ask-to-forget = 要删除我保存的关于您的全部内容吗？包括所有备案的回答，删除后找不回来。
ui-forgotten = 已全部删除。想再开始时，发 /start 即可。
ui-nothing-forgotten = 好，什么都没删。
ui-number-hidden = 消息里有一串像证件号、手机号或银行卡号的数字，我已隐去，没有保存。办备案清单用不着这些号码，建议您把那条消息删掉。
ui-stale = 这个按钮属于之前的问题，现在问的是：
ui-edited-too-late = 看到您改了消息，但我没法从中知道要改哪个回答。用 /edit 选一项来改。
ui-answers-dropped = 程序更新后，您之前的部分回答我读不出来了，抱歉，需要重新问一下，其余的都还在。
ui-not-brought = 好，那我们一项一项来。
ui-brought = 链接里带来了这些：{ $answers }。对吗？
file-export = 我的备案资料.json
file-export-rest = 其余内容.json
file-title = 备案清单：{ $label }
file-day = 整理日期：{ $day }
file-answers = ■ 根据这些回答
file-name = 备案清单-{ $label }.txt
ui-broken = 出了点问题，您刚才那条我没能处理，已记下来给维护的人看。之前的回答都还在，请换个说法再试一次。
ui-no-documents = 请不要把身份证、执照等证件的照片或文件发到这里：我看不了，也没有保存，建议您删掉那条消息。材料请在接入服务商的备案系统里提交。
ui-no-voice = 我听不了语音，打字告诉我就好。
ui-only-text = 这个我看不懂，打字告诉我就好。
ui-toast-stale = 这是之前的问题
ui-toast-none-marked = 还没有勾选
ui-only-in-private = 备案的事请私聊我：在群里大家都看得到。
button-private = 私聊备案助手
button-done = ✓ 选好了
button-regions = ‹ 换个地区
region-north = 华北
region-northeast = 东北
region-east = 华东
region-central = 华中
region-south = 华南
region-southwest = 西南
region-northwest = 西北
command-start = 开始，或接着上次来
command-help = 怎么用
command-undo = 返回上一题
command-edit = 修改某个回答
command-skip = 不知道，先留空
command-why = 为什么问；/why 3 看第 3 条的依据
command-result = 看清单
command-file = 把清单存成文件转发
command-restart = 重新开始
command-new = 再备一个网站
command-filings = 我的备案
command-switch = 切换备案
command-lang = 换成英文 / English
command-export = 取回我保存的内容
command-forget = 删除我保存的内容
bot-description = 我是备案助手：告诉我谁、在哪个省、要备案什么网站，我列出要准备的材料、前置审批和步骤，每一条都注明出处。
bot-about = ICP 备案要准备什么，逐条列给您，条条有出处。

choice-skip = 不知道／跳过
choice-yes = 是
choice-no = 不是
choice-continue = 继续
choice-later = 以后再说

changed-title = 清单有变化：
changed-added = ＋ { $title }
changed-gone = － { $title }
changed-met = ✓ 已满足：{ $title }
changed-failed = ✗ 不符合：{ $title }

verdict-blocked = 结论：照现在的情况，这个备案通不过。
verdict-blocked-old = 结论：照较旧的规定，这个备案通不过。放弃之前，先向接入服务商确认。
verdict-incomplete = 结论：还不知道省份、主办单位性质或备案类型，只能先列出一部分。
verdict-action_needed = 结论：可以办，下面这些还要准备或核对。
verdict-action_needed-failing = 结论：有几处不符合要求，改好后可以办。
verdict-no-filing = 结论：按现有资料，不用备案（{ $title }）。仍要备案的话，见下面。
verdict-ready = 结论：都齐了，可以提交。

checklist-blocking = 通不过的原因
checklist-failing = 不符合，需要改
checklist-materials = 要准备的材料
checklist-approvals = 前置审批
checklist-tocheck = 要核对的要求
checklist-steps = 步骤
checklist-undecided = 取决于您的回答
checklist-undecided-group = { $numbers }. 由“{ $field }”决定：{ $titles }
checklist-settled = 已满足
checklist-notes = 说明
checklist-superseded = 已被取代的旧规定
checklist-item = { $number }. { $title }
checklist-may = （可能，取决于{ $fields }）
checklist-way-out = （不符合，但可用其他办法代替）
checklist-old = （仅见于旧文件）
checklist-count = { $section } { $count } 条
checklist-folded = 另有：{ $sections }。/result all 看全部。
checklist-why = 回复 /why 加编号，看某一条的说明和出处。
checklist-nothing = 现有资料对这种情况没有写明要求，请向接入服务商确认。
checklist-authority = 以上是资料整理，最终以管局审核为准。

status-pass = 已满足
status-fail = 目前不符合
status-unknown = 还要核对
status-in-hand = 已备好
status-may-apply = 可能适用

source-tencent-materials = 腾讯云《个人备案材料》
source-tencent-process = 腾讯云《首次备案流程》
source-aliyun-2020 = 阿里云《ICP 备案前准备》
source-province-rules = 《各省管局备案要求》汇编
source-aliyun-overview = 阿里云国际站《ICP 备案前准备概述》
source-tencent-docs-2021 = 腾讯云《网站备案》文档
source-huawei-help = 华为云 ICP 备案知识库
source-aliyun-help-2026 = 阿里云《ICP 备案》帮助
source-mps-order-33 = 公安部令第 33 号《计算机信息网络国际联网安全保护管理办法》
source-miit-order-33 = 《非经营性互联网信息服务备案管理办法》
source-facts-2026 = 公开资料汇编
source-short-tencent-materials = 腾讯云材料页
source-short-tencent-process = 腾讯云流程页
source-short-aliyun-2020 = 阿里云 2020
source-short-province-rules = 旧各省要求
source-short-aliyun-overview = 阿里云概述
source-short-tencent-docs-2021 = 腾讯云 2021
source-short-huawei-help = 华为云 2025
source-short-aliyun-help-2026 = 阿里云 2026
source-short-mps-order-33 = 公安部令 33
source-short-miit-order-33 = 备案管理办法
source-short-facts-2026 = 资料汇编 2026
source-dated = { $name }{ $date }
source-undated = { $name }（{ $date }）
source-separator = ，
source-about = 约 { $date } 年
source-older = 年代较早，未注日期
source-line = 第 { $line } 行
source-lines = 第 { $first } 至 { $last } 行

section-identity-documents = 个人身份证件
section-verification-sheet = 真实性核验单
section-other-materials = 其他材料
section-domains = 域名
section-servers = 服务器
section-service-numbers = 备案服务号
section-step-verify = 第一步：验证备案信息
section-step-fill-in = 第二步：填写备案信息
section-step-upload = 第三步：上传材料、提交初审
section-step-photo = 第四步：办理拍照、等待复审
section-step-authority = 第五步：管局审核
section-materials = 备案材料
section-materials-individual = 个人的备案资料
section-materials-unit = 单位的备案资料
section-account = 账号
section-notifications = 消息通知
section-overview = 概述
section-preapproval = 前置审批
section-preapproval-not-needed = 无需前置审批时的备注与说明书
audience-unit = 单位用户
audience-individual = 个人用户

table-province = 省份
table-individual-id = 个人：证件属地
table-individual-age = 个人：年龄
table-individual-phone = 个人：手机号
table-individual-domain = 个人：域名有效期（大于天数）
table-individual-change = 个人：可变更为
table-unit-principal = 单位：主体负责人
table-unit-manager = 单位：网站负责人
table-unit-age = 单位：年龄
table-unit-phone = 单位：手机号
table-unit-holder = 单位：域名持有者
table-unit-domain = 单位：域名有效期（大于天数）
table-unit-change = 单位：可变更为
table-local-only = 仅限本省
table-or-permit = 本省，或居住证等
table-guardian = 未满须监护人证件
table-employment = 未满须就业或收入证明
table-local = 本省
table-free = 其他个人或单位
table-own-unit = 本人任法定代表人的单位
table-none = 不可变更性质
table-or-letter = 法定代表人，或授权书
table-legal-rep = 法定代表人
table-other-person = 与主体负责人不同
