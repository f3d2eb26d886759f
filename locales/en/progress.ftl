# How a filing proceeds: its stages, the days that matter, what is in hand, reminders.

day-short = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
day-full = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
} { $year }
progress-title = ■ Progress: { $label }
progress-now = Now: { $stage } (since { $since })
progress-now-unknown = Now: { $stage }
progress-expected = An answer is expected by { $day }: { $count } working days at most, { $calendar }.
progress-overdue = An answer was due by { $day } ({ $count } working days at most, { $calendar }). If there is none, ask the access provider.
progress-usual = Usually there is an answer by { $day }: within { $count } working days in past years.
progress-official = holidays and make-up workdays counted
progress-weekdays-only = some holidays are not announced yet, so Monday to Friday are counted
progress-how-long-later = The time counts from when you submit. Tell me “submitted” then, and I work out when an answer is due.
progress-how-long-undated = Tell me on which day it got there, e.g. “last Wednesday”, and I work out when an answer is due.
progress-how-long-unknown = No document says how long this step takes. Ask the access provider when in doubt, and tell me when there is news.
progress-how-long-over = It is done: there is nothing left to wait for.
progress-guidance = ■ This step
progress-days = ■ Days to watch
progress-left = { $count } materials are still missing: /materials to tick them.
progress-none-left = Every material on the list is ready.
progress-untold-server = When does the server's term end? The months you bought do not tell the day. Say it, e.g. “the server expires on 1 March 2027”, so that nobody forgets to renew.
progress-ask = Any news? Tap below, or just say it, e.g. “passed the first review yesterday”; /undo takes back a slip.
news-noted = ✓ Noted: { $stage }, { $day }.
news-noted-today = ✓ Noted: { $stage }, as of today ({ $day }). If it was another day, say which, e.g. “yesterday”.
news-unchanged = Fine, nothing changes. Tell me when there is news.
news-noted-undated = ✓ Noted: { $stage }.
news-ask-day = About which day was that? Give me the date, e.g. “3 Nov” or “last Wednesday”, so that I can count; say “skip” if you do not remember.
news-submit-later = No hurry. Tell me “submitted” once it is, and I keep an eye on it.
news-day-to-come = { $day } is still to come, so I note nothing yet. If it is planned for then, tell me once it is done. If it has happened, tell me the day, such as “submitted yesterday”.
news-no-such-day = The calendar has no “{ $said }”.
news-stays-undated = Fine, no date for now. Tell me when it comes back to you, e.g. “submitted on the 3rd”.
news-taken-back = ✓ Fine, “{ $stage }” does not count any more.
news-stands-at = Fine, no hurry.
news-noted-all = ✓ Noted: { $stage } ({ $labels }).
news-left-out = { $label }: now at “{ $now }”, so I did not note “{ $stage }” there.
news-taken-back-also = Nor for those of which you said it as well: { $filings }
news-all-undated = Without a date I count no days yet. When it comes back to you, switch to that filing and tell me.
news-ask-reason = What reason was given? Send me the words and I look for the rule they point to (leave out names and numbers). No reason? Say “skip”.
news-reason = This reason points to: { $topics }
news-reason-items = On your list, this is about it:
news-reason-unknown = I cannot match this reason to a rule. Follow the hints on the returned order, and ask the access provider when in doubt.
news-no-reason-yet = Fine. Send me the reason whenever you like, or say “skip” if there is none.
news-reason-then = Once you submit again, tell me “submitted again”.
event-noted = ✓ Noted: { $event }, { $day }.
event-taken-back = ✓ All right, the day of “{ $event }” does not count.
event-too-soon = The filing is not approved yet, so the site must stay closed:
event-counts-from-opening = The 30 days for public security count from the day the site opens. Tell me then, such as “the site opened today”, and I work out the last day.
event-server_expires = the server's term ends
event-sheet_signed = the verification sheet was signed
event-site_opened = the site opened
event-access_cancelled = the old access was cancelled
deadline-domain-ready = From { $day } you can submit: the domain's real-name check is then old enough.
deadline-domain-validity = Submit by { $day }: after it the domain's remaining term is too short and needs renewing.
deadline-id-validity = Submit by { $day }: after it the principal's ID is not valid long enough.
deadline-manager-id-validity = Submit by { $day }: after it the site manager's ID is not valid long enough.
deadline-domain-expired = The domain has expired: renew it before you submit.
deadline-domain-short = The domain ends on { $day }, too soon for a filing: renew it before you submit.
deadline-id-expired = The principal's ID has expired: get a new one before you submit.
deadline-id-short = The principal's ID ends on { $day }, too soon for a filing: get a new one before you submit.
deadline-manager-id-expired = The site manager's ID has expired: get a new one before you submit.
deadline-manager-id-short = The site manager's ID ends on { $day }, too soon for a filing: get a new one before you submit.
deadline-server-expires = { $day }: the server's term ends. Renew in time.
deadline-sheet-validity = Valid until { $day }: after it the verification sheet must be signed again.
deadline-access-completion = Complete the new access by { $day }, or the old filing may be cancelled.
deadline-sms-verification = SMS code by { $day }, counted from when the order went to the authority: it must be entered within 24 hours of its arrival, or the order is returned.
deadline-public-security = File with public security by { $day }: within 30 days of opening, at beian.mps.gov.cn.
deadline-short-domain-ready = submit from { $day }
deadline-short-domain-validity = submit by { $day }
deadline-short-id-validity = submit by { $day }
deadline-short-manager-id-validity = submit by { $day }
deadline-short-server-expires = server ends { $day }
deadline-short-sheet-validity = sheet valid to { $day }
deadline-short-access-completion = complete access by { $day }
deadline-short-sms-verification = SMS code by { $day }
deadline-short-public-security = public security by { $day }
deadline-passed = { $count ->
    [1] 1 day
   *[other] { $count } days
} overdue
deadline-when = { $text } ({ $when })
deadline-today = today
deadline-left = { $count ->
    [1] 1 day
   *[other] { $count } days
} left
materials-left = { $count } are missing. Tap each when it is ready, or say “… is ready”:
materials-nothing = There is no checklist yet. Answer a few questions first, then you can tick its materials.
materials-which = Several of these may be meant. Tap which:
materials-ask-all = Are all { $count } that are left ready: { $titles }?
materials-all = Everything is ready, you can submit. Tell me “submitted” afterwards and I keep an eye on it.
materials-unlisted = The list has no { $names }, so nothing is ticked for it. If it goes by another name, pick it in /materials.
materials-unlisted-name = "{ $name }"
materials-ticked = ✓ Ready: { $titles }
materials-held-none = none
materials-unticked = ✓ All right, not ready after all: { $titles }
materials-ticked-left = { $count } to go.
materials-still = No hurry. { $count } are missing: /materials shows them.
remind-ask-again = I did not understand that. Say "yes" if I shall remind you when it matters, "no" if not.
remind-ask = Shall I remind you when it matters? Only when materials are missing, an answer is due or something runs out; never from 21:00 to 9:00; off at any time.
remind-yes = Good, I will remind you. /reminders shows and changes that.
remind-no = Fine, no reminders. Send /reminders if you want them.
remind-settings = Reminders are on: { $zone }, { $quiet }.
remind-quiet = quiet from { $from }:00 to { $to }:00
remind-never-quiet = no quiet hours
remind-planned = Next:
remind-planned-item = { $day }: { $what }
remind-planned-none = Nothing to remind you of for now.
remind-change = Change: /reminders 22-8 for quiet hours, /reminders Tokyo for the time zone, /reminders off.
remind-no-such = I did not get that. Use /reminders on, off, 22-8 (quiet hours) or a city such as Tokyo (time zone).
remind-no-time = Reminders keep to days, not to a time: they come when the quiet hours are over. /reminders 22-8 changes those, /reminders Tokyo the time zone.
remind-fewer = Sorry for the bother. Say “stop reminding” to end them; for another time, /reminders 22-8 sets quiet hours, or say “remind me next week”.
remind-zone = time zone { $zone }
remind-zone-china = Beijing time
remind-done = Noted. I will not remind you of this again.
remind-snoozed = Fine, I will remind you on { $day }.
remind-silent-until = Fine, nothing before { $day }.
remind-rounded = Quiet hours are whole hours, so I rounded yours outward.
remind-muted = Fine, no more reminders. /reminders on brings them back.
remind-head = 🔔 { $label }
remind-materials = { $count } materials are missing: { $titles }
remind-materials-more = { $titles } and more
remind-stage = { $stage } since { $since }: an answer should be there by now. How did it go?
remind-usual-today = { $stage } since { $since }: in past years an answer usually came within { $count } working days, and that is today ({ $calendar }). It may take until { $latest }, so do not worry. Any news?
remind-usual = { $stage } since { $since }: in past years an answer usually came within { $count } working days, by { $day } ({ $calendar }). It may take until { $latest }, so do not worry. Any news?
remind-by-words = Just say: { $answers }
remind-rejected = { $stage } on { $since }. Have you corrected it and submitted again?
remind-what-materials = see whether the materials are ready
remind-what-stage = ask about “{ $stage }”
calendar-text = The days to watch are in this calendar file: open it to add them to your calendar.
calendar-none = No days for a calendar yet. Tell me how many days the domain has left, when an ID or the server expires or when the site opened, and I count.
calendar-file = filing.ics
calendar-summary = { $label }: { $text }
calendar-expected = An answer is due: { $stage }
reason-site_name = the site's name
reason-site_content = the site's content
reason-domain_expiry = the domain's remaining term
reason-domain_verified = the domain's real-name check
reason-domain_holder = the domain's holder
reason-domain_suffix = the domain's suffix or registrar
reason-id_photo = the photo of the ID
reason-id_expired = the ID's validity
reason-id_number = the ID's number
reason-phone_province = the phone number's province
reason-phone_unreachable = calls that were missed
reason-phone_used = a phone number used by another filing
reason-sms = the SMS verification
reason-sheet = the verification sheet
reason-photo = the verification photo
reason-pre_approval = a pre-approval
reason-site_open = a site that opens during the review
reason-unit_document = the unit's document
reason-unit_name = the unit's name
reason-address = the address
reason-residence = residence permit or household register
reason-principal = the principal
reason-manager = the site manager
reason-authorization = the authorization letter
reason-age = age
reason-duplicate = a filing that exists already
reason-blank_shell = an empty site or subject
reason-server = the server
reason-remark = the remark
reason-commitment = the pledge
reason-landline = the landline
reason-email = the email address
reason-emergency = the emergency contact
reason-province = the province of the filing
reason-forbidden_content = content that cannot be filed
reason-individual_content = content that individuals cannot offer
reason-commercial = the commercial licence
reason-seal = the seal
reason-old_site = a site that was filed before
reason-account = the account

choice-no-news = No news yet
choice-all = All of them
choice-remind-yes = Yes, remind me
choice-remind-no = No, thanks
choice-no-more = That's all
button-remind-done = Done
button-remind-snooze = Later
button-remind-mute = Stop reminding

command-materials = What is missing, to be ticked
command-progress = Where the filing stands
command-calendar = The days to watch as a calendar file
command-reminders = See or change reminders
