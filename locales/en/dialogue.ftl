# What the assistant says in a conversation.

list-and = {", "}
list-answers = {"; "}
list-or = {" or "}

ui-welcome = Hello, I am the ICP filing assistant. Tell me who files what website in which province, and I list the papers, pre-approvals and steps you need, each with its source.
    Six questions first, and you have a first checklist; more of them, if you like, make it exact. "I don't know" is a fine answer; /undo goes back, /help shows how this works. 中文：/lang zh
ui-keeping = I keep your answers, for the checklist only, in the operator's database, and delete them after { $days } days without use. /export hands them to you, /forget deletes them. Please send no photos or numbers of identity documents.
ui-welcome-back = Welcome back. Your { $answers } answers are still here, so we go on where we were. To begin again, use /restart.
ui-understood = ✓ { $answers }
ui-understood-correct = If something is wrong, just say so, such as "no, Guangxi".
ui-set-aside = All right, "{ $field }" stays open for now.
ui-set-aside-where = Where to find it: { $where }
progress-first = ({ $number }/{ $of })
progress-remaining = (about { $count } left)
ui-which = "{ $said }" may mean several things. Which one is it?
ui-replace = Before, you said "{ $before }". Shall I change it to "{ $after }"?
ui-elsewhere-hong-kong = Hong Kong has none of the 31 provincial authorities. A site on a server there needs no filing; with a server in the mainland, choose the mainland province of the filer's licence or of your document.
ui-elsewhere-macao = Macao has none of the 31 provincial authorities. A site on a server there needs no filing; with a server in the mainland, choose the mainland province of the filer's licence or of your document.
ui-elsewhere-taiwan = Taiwan has none of the 31 provincial authorities. A site on a server there needs no filing; with a server in the mainland, choose the mainland province of the filer's licence or of your document.
ui-elsewhere-abroad = No authority abroad takes filings. A site on a server abroad needs no filing; with a server in the mainland, choose the mainland province of the filer's licence or of your document.
ui-explain = { $field }: { $hint }
    { $where }
ui-cannot-say = I cannot answer that yet; your access provider can. Back to our question:
ui-which-was-wrong = All right, which answer shall we change?
ui-greeting = Hello! I am here.
ui-thanks = You are welcome!
ui-bye = Goodbye. Your answers are kept; come back any time.
ui-new-filing = All right, a new filing: { $label }.
ui-new-filing-copied = All right, a new filing: { $label }. The filer's { $count } answers came along, so you need not say them again; /filings goes from one filing to another.
ui-filings = Your filings; reply with a number or a name to go to one:
ui-filing-number = Filing { $number }
ui-filing-answers = { $count } answers
ui-filing = { $label } ({ $facts })
ui-filing-current = { $label } ({ $facts }) ← current
ui-filing-stands = { $label }: { $stage }
ui-filing-stands-due = { $label }: { $stage }; { $due }
ui-one-filing-only = This is your only filing so far. For another site use /new with its domain, such as /new example.com.
ui-switched = Now: { $label } ({ $count } answers).
ui-no-such-filing = No filing has that name.
ui-too-many-filings = At most { $count } filings are kept at a time.
ui-did-you-mean = Did you mean "{ $value }"?
ui-not-understood = I did not understand that. { $hint }
ui-not-understood-choices = I still do not understand. Please reply with the number of one of these, or "skip".
ui-not-understood-skip = I still do not understand. { $hint } Or say "skip".
ui-gave-up = Let us leave "{ $field }" for now; /edit brings it back.
ui-nothing-asked = No question is open. /result shows the checklist, /edit changes an answer, a number explains that item, /help shows everything.
ui-no-filing = According to the sources, no filing is needed here:
ui-no-filing-go-on = You can still go on with the questions, in case things change.
ui-province-not-covered = My rules do not cover { $province } yet, so the checklist holds nationwide demands only. Please ask your access provider what { $province } asks for besides.
ui-offer = { $count } more questions would make the checklist exact. Go on now?
ui-all-asked = Nothing else would change the checklist.
ui-all-asked-aside = Questions you left open: { $count }. /edit answers them whenever you like.
ui-later = Fine, come back any time. /result shows the checklist; say "continue" for the details.
ui-undone = "{ $field }" is taken back.
ui-restored = Restored: { $field } = { $value }
ui-unchanged = Fine, "{ $field }" stays as it is.
ui-restart-undone = Your answers from before the restart are back.
ui-offer-not-understood = I did not understand that. Say "go on" or "later"; the number of an item shows its grounds.
ui-nothing-to-undo = There is nothing to take back.
ui-restarted = All right, from the beginning. /undo brings the earlier answers back.
ui-language-changed = Fine, English it is.
ui-no-such-language = I speak Chinese and English: /lang zh or /lang en.
ui-no-such-command = There is no such command. /help shows them all.
ui-no-such-command-nearest = There is no such command. Did you mean { $command }?
ui-answers = These answers can be changed; reply with a number:
ui-answers-item = { $field }: { $value }
ui-answers-empty = { $field }: open
ui-no-answers = There are no answers to change yet.
ui-no-such-answer = I cannot find that one.
ui-help = How it works:
    Answer in words or with the number of a choice; "1 3" for several.
    "I don't know" or /skip: leave it open
    /undo: back to the last question
    /edit: change an answer
    /why: why this question; /why 3: the grounds of item 3
    /result: the checklist; /result all: everything; /file: as a file to pass on
    /progress: where the filing stands; /materials: what is missing
    /reminders: reminders when it matters; /calendar: a calendar file
    /restart: begin again
    /new: another site; /filings: from one filing to another
    /lang zh: Chinese
    /export: all that I keep about you; /forget: delete it
ui-why-question = "{ $field }" decides these:
ui-why-question-none = No rule depends on "{ $field }" just now; you may /skip it.
ui-why-more = … and { $count } more.
ui-why-because = Because: { $facts }
ui-why-open = Still depends on: { $fields }
ui-why-sources = Sources:
ui-why-replaced = Superseded by a newer rule: { $title }
ui-why-gone = With your present answers this no longer applies.
ui-why-old = Only an old document says so; please ask your access provider before you submit.
ui-rule-depends = Depends on: { $fields }
ui-no-such-item = There is no such item. See the checklist with /result, then say /why and its number.
ui-no-such-item-range = The items are numbered 1 to { $shown }; for example /why 1.

ui-file = The whole checklist is attached; you can pass it on to a colleague.
ui-export = This is everything that I keep about you.
ui-export-rest = Beside that, this is kept: messages that are not handled yet, replies that could not be delivered, or old records that I cannot read.
ui-ask-to-forget = Delete everything that I keep about you, the answers of all filings included? It cannot be brought back.
ui-forgotten = Everything is deleted. Send /start whenever you want to begin again.
ui-nothing-forgotten = All right, nothing was deleted.
ui-number-hidden = Your message held something like an identity, phone or card number. I have hidden it and did not keep it. The checklist needs no such number; better delete that message.
ui-stale = That button belongs to an earlier question. What I am asking now:
ui-edited-too-late = I saw that you changed a message, but cannot tell which answer it changes. Pick one with /edit.
ui-answers-dropped = After an update, I can no longer read some of your earlier answers. Sorry, I have to ask for them again; the rest is still there.
ui-not-brought = All right, one by one then.
ui-brought = Your link brought this along: { $answers }. Is that right?
file-export = my-filings.json
file-export-rest = my-filings-rest.json
file-title = Filing checklist: { $label }
file-day = Made on { $day }
file-answers = ■ Based on these answers
file-name = filing-checklist-{ $label }.txt
ui-broken = Something went wrong and I could not take your last message; it is noted for the maintainers. Your answers are all there. Please try again in other words.
ui-no-documents = Please send no photos or files of identity cards, licences or other papers: I cannot read them and kept nothing. Better delete that message. Papers go into your access provider's filing system.
ui-no-voice = I cannot listen to voice messages. Please type it.
ui-only-text = I cannot read that. Please type it.
ui-toast-stale = That was an earlier question
ui-toast-none-marked = Nothing is ticked yet
ui-only-in-private = Let us talk about your filing in a private chat: here everybody can see it.
button-private = Private chat
button-done = ✓ Done
button-regions = ‹ Another region
region-north = North
region-northeast = Northeast
region-east = East
region-central = Central
region-south = South
region-southwest = Southwest
region-northwest = Northwest
command-start = Begin, or go on
command-help = How it works
command-undo = Back to the last question
command-edit = Change an answer
command-skip = I don't know, leave it open
command-why = Why this question; /why 3 for item 3
command-result = The checklist
command-file = The checklist as a file to pass on
command-restart = Begin again
command-new = Another site
command-filings = My filings
command-switch = Go to another filing
command-lang = 换成中文 / Chinese
command-export = All that you keep about me
command-forget = Delete all that you keep about me
bot-description = I am the ICP filing assistant. Tell me who files what website in which province, and I list the papers, pre-approvals and steps you need, each with its source.
bot-about = What an ICP filing takes, item by item, each with its source.

choice-skip = I don't know / skip
choice-yes = Yes
choice-no = No
choice-continue = Go on
choice-later = Later

changed-title = The checklist has changed:
changed-added = + { $title }
changed-gone = − { $title }
changed-met = ✓ met: { $title }
changed-failed = ✗ not met: { $title }

verdict-blocked = Result: as things stand, this filing will not go through.
verdict-blocked-old = Result: by older rules this filing will not go through. Ask your access provider before you give up.
verdict-incomplete = Result: the province, the kind of filer or the kind of filing is not known yet, so this is only a part.
verdict-action_needed = Result: this can be filed; these things remain to prepare or check.
verdict-action_needed-failing = Result: some points do not meet the rules yet; once they do, it can be filed.
verdict-no-filing = Result: according to the sources no filing is needed ({ $title }). Should you file all the same, see below.
verdict-ready = Result: everything is there, you can submit.

checklist-blocking = Why it will not go through
checklist-failing = Not met yet
checklist-materials = Papers to prepare
checklist-approvals = Pre-approvals
checklist-tocheck = To check
checklist-steps = Steps
checklist-undecided = Depends on your answers
checklist-undecided-group = { $numbers }. "{ $field }" decides: { $titles }
checklist-settled = Met
checklist-notes = Notes
checklist-superseded = Superseded rules
checklist-item = { $number }. { $title }
checklist-may = {" "}(maybe, depends on: { $fields })
checklist-way-out = {" "}(not met, but there is a way out)
checklist-old = {" "}(old document only)
checklist-count = { $section }: { $count }
checklist-folded = Besides: { $sections }. /result all shows everything.
checklist-why = /why and a number explains an item and shows its source.
checklist-nothing = The sources state no demand for this case; please ask your access provider.
checklist-authority = Collected from the sources; the authority (管局) has the last word.

status-pass = met
status-fail = not met as things stand
status-unknown = to be checked
status-in-hand = in hand
status-may-apply = may apply

source-tencent-materials = Tencent Cloud, materials for individuals
source-tencent-process = Tencent Cloud, first filing process
source-aliyun-2020 = Alibaba Cloud, preparing an ICP filing
source-province-rules = collection of provincial rules
source-aliyun-overview = Alibaba Cloud (international), preparation overview
source-tencent-docs-2021 = Tencent Cloud, filing documentation
source-huawei-help = Huawei Cloud, ICP filing help
source-aliyun-help-2026 = Alibaba Cloud, ICP filing help
source-mps-order-33 = Order 33 of the Ministry of Public Security (公安部令第 33 号)
source-miit-order-33 = Measures on filing non-commercial internet services (备案管理办法)
source-facts-2026 = compilation of public pages
source-short-tencent-materials = Tencent materials
source-short-tencent-process = Tencent process
source-short-aliyun-2020 = Alibaba 2020
source-short-province-rules = old provincial rules
source-short-aliyun-overview = Alibaba overview
source-short-tencent-docs-2021 = Tencent 2021
source-short-huawei-help = Huawei 2025
source-short-aliyun-help-2026 = Alibaba 2026
source-short-mps-order-33 = MPS Order 33
source-short-miit-order-33 = MIIT Order 33
source-short-facts-2026 = compiled 2026
source-dated = { $name }, { $date }
source-undated = { $name } ({ $date })
source-separator = {", "}
source-about = about { $date }
source-older = undated, older
source-line = line { $line }
source-lines = lines { $first } to { $last }

section-identity-documents = identity documents
section-verification-sheet = verification sheet
section-other-materials = other materials
section-domains = domains
section-servers = servers
section-service-numbers = filing service numbers
section-step-verify = step 1, verify the filing
section-step-fill-in = step 2, fill in the filing
section-step-upload = step 3, upload and first review
section-step-photo = step 4, photo and second review
section-step-authority = step 5, the authority
section-materials = materials
section-materials-individual = materials for individuals
section-materials-unit = materials for organisations
section-account = account
section-notifications = notifications
section-overview = overview
section-preapproval = pre-approval
section-preapproval-not-needed = when no pre-approval is needed
audience-unit = organisations
audience-individual = individuals

table-province = Province
table-individual-id = Individuals: ID from
table-individual-age = Individuals: age
table-individual-phone = Individuals: phone
table-individual-domain = Individuals: domain valid (more than … days)
table-individual-change = Individuals: may become
table-unit-principal = Organisations: principal
table-unit-manager = Organisations: site manager
table-unit-age = Organisations: age
table-unit-phone = Organisations: phone
table-unit-holder = Organisations: domain holder
table-unit-domain = Organisations: domain valid (more than … days)
table-unit-change = Organisations: may become
table-local-only = the province only
table-or-permit = the province, or a residence permit or the like
table-guardian = guardian's ID below
table-employment = proof of work or income below
table-local = the province
table-free = another individual or organisation
table-own-unit = an organisation whose legal representative they are
table-none = nothing else
table-or-letter = legal representative, or a letter
table-legal-rep = legal representative
table-other-person = not the principal
