# The support desk: what persons are told of it, and what the staff reads.

desk-none = There is nobody here to hand you over to. For what stays unclear, ask your access provider's support or the provincial authority; with everything else I will gladly go on.
desk-with-staff = Our staff has your conversation already: just write. To come back to me, send /bot.
desk-offer = Would you rather talk to a person? Send /human.
desk-left-open = Some items on the list are not settled by the documents: the reviewer decides. To ask a person about them, send /human.
desk-left = Good, back to me. The conversation with our staff is over.
desk-closed = Our staff has ended the conversation. Let us go on.
desk-reopened = Our staff is back: just write.
desk-set = Our staff filled in for you: { $answers }. If something is wrong, just say so, e.g. “no, it is Guangxi”.
invited-by = You were invited by { $name }, and this is filled in already. If something is wrong, just say so:
invited = Your invitation has filled in the following. If something is wrong, just say so:
invitation-expired = This invitation has expired, so I cannot use what it filled in. No harm done: we start from the beginning, or you ask the sender for a new one.
invitation-forged = This invitation is incomplete or was changed, so I did not use it. Open the link in the original message again, or let us simply begin:
report-taken = Thank you! I passed “{ $title }” on to those who keep the rules. Only the rule and your choices go along, nothing that you wrote.
report-which = Which item is wrong? Send /wrong with its number, e.g. /wrong 1 (1 to { $shown }).
choice-staff = Talk to a person
command-human = talk to a person
command-bot = end the talk with staff, back to the bot
command-wrong = an item is wrong: /wrong 3

desk-handed-over = I have handed you over to our staff. Your answers and what you said go along, so you need not repeat anything.
desk-waiting-closed = Our staff is not there at the moment (working days { $hours }, China time). They answer from { $opens } on; what you write is kept.
desk-waiting-before = { $count ->
    [1] One person is
   *[other] { $count } people are
} waiting before you.
desk-waiting-minutes = Usually somebody answers within about { $minutes ->
    [1] a minute
   *[other] { $minutes } minutes
}.
desk-handed-over-then = Just write: text, pictures and files all go through (identity and card numbers are hidden). I stay silent meanwhile; to use me, send commands such as /progress or /result, or /bot to come back.
desk-from-staff = 👤 Staff: { $text }
desk-from-person = { $text }
desk-edited = ✎ { $text } (changed)
desk-stars = { $stars } ★
desk-moment = { $day } { $time }
desk-taken = Our staff has taken over and answers you shortly.
desk-contact-kept = A contact holds somebody’s number, so I did not pass it on. Please write what our staff should know.
desk-ask-rating = How was the help by our staff?
desk-rated = Thank you!

desk-reason-asked = asked for it
desk-reason-not-understood = not understood twice
desk-reason-left-open = left open by the documents
desk-language-zh = Chinese
desk-language-en = English
desk-card-title = ■ #{ $case } needs a person ({ $reason })
desk-card-short = #{ $case } needs a person. Its card could not be shown; /summary shows the filing.
desk-not-ready = I have just started and do not know yet who is of the staff. Nothing was done; please send it again in a few seconds.
desk-card-language = Language: { $language }
desk-card-campaign = Came by: { $name }
desk-card-before = Handed over before: { $count ->
    [1] once
   *[other] { $count } times
}
desk-card-filing = { $label }, stage: { $stage }
desk-card-failing = ✗ not met: { $items }
desk-card-left = □ missing: { $items }
desk-card-heard = ■ Said last
desk-card-heard-answer = asked for “{ $field }”: { $text }
desk-card-heard-line = · { $text }
desk-card-words = ■ Wants to know: { $text }
desk-card-how = What you write here goes to the person; what begins with // stays among us. /desk lists the commands.
desk-card-link = open the conversation
desk-more = { $count } more
desk-button-take = I take it
desk-button-send = Send to the person
desk-toast-sent = Sent to the person
desk-toast-stale = This button was used already, or is not valid any more
desk-help = Commands of the staff:
    /take take over; /close REASON; /reopen
    /set province Guangdong: answer for the person
    /tag WORD; /summary: the filing once more
    /answer 3 or /answer domain: an item of the rule base, to be sent on
    /cases who waits; /stats 7 #campaign: figures of 7 days
    /invite Guangdong enterprise #campaign: a link
    What begins with // is not passed on. Forward a customer's message here (outside of topics), and I tell what I understood and what to prepare.
desk-refused = Only our staff can do something here. What you sent went to nobody.
desk-no-such-command = There is no such command. /desk lists those of the staff.
desk-only-in-case = This command belongs into the topic of a case (without topics: answer a message of that case).
desk-no-case = The message that you answered belongs to no case, so nobody got this. If it came just now, answer again in a few seconds.
desk-no-case-topic = This topic belongs to no case: what you wrote went to nobody. In a topic that was just opened, try again in a few seconds; /cases shows the open cases.
desk-is-closed = This case is closed, and nothing was passed on. To go on, /reopen it first.
desk-is-open = There is an open case of this person already.
desk-reopened-here = Open again: the person sees what you write.
desk-left-by-person = The person ended this and is back with the bot.
desk-not-delivered = ⚠ A message could not be delivered; the person may have stopped the bot.
desk-not-relayed = ⚠ Something that the person sent cannot be passed on here; if it matters, ask for text or a picture.
desk-not-changed = The message you changed never went to the other side, so the change does not either. To tell them, write it anew.
desk-not-unsaid = They have your message already: making it an internal one does not take it back.
desk-set-done = Filled in, and the person was told: { $answers }
desk-set-none = “{ $words }” was not understood. Write it like “/set province Guangdong”: which one, a space, the value.
desk-set-values = “{ $words }” was not understood. It can be: { $values }
desk-tags = Tags: { $tags }
desk-tags-none = Write “/tag WORD”.
desk-closed-because = Closed: { $because }
desk-closed-here = Closed.
desk-taken-by = { $name } takes #{ $case }.
desk-taken-over = { $name } takes over #{ $case }.
desk-cases = Open cases ({ $count }):
desk-cases-none = There are no open cases.
desk-raised = ⏰ { $count ->
    [1] One person still waits
   *[other] { $count } people still wait
} for an answer:
desk-case-line = #{ $case } { $reason }, { $waits }
desk-case-waits = waiting for { $time }
desk-case-answered = answered
desk-minutes = { $count } min
desk-hours = { $count } h
desk-answer-none = Nothing in the checklist. Give its number, or another word, e.g. /answer domain.
desk-answer-which = Which one? Send /answer with its number:
desk-reports-topic = Rules said to be wrong
desk-reported = Somebody says that this is wrong: { $title }
    { $rule }
    { $profile }
desk-understood = Understood: { $answers }
desk-understood-none = Neither the province nor the filer was understood; the list is a general one.
desk-invitation = Invitation by { $name }, filled in: { $answers }
    valid until { $until }
    { $link }
desk-invite-nothing = It was not understood what to fill in. For example: /invite Guangdong enterprise #spring 14 days
desk-invite-too-long = That is too much: a link holds 64 characters. Fill in less, above all fewer names and addresses.
desk-invite-no-bot = The name of the bot is not known yet; try again in a moment.
desk-button-copy = Copy the link
desk-stats = The last { $days } days:
desk-stats-of = The last { $days } days, { $name }:
desk-stats-conversation = New conversations: { $count }
desk-stats-checklist = Got a checklist: { $count }
desk-stats-all-asked = All questions answered: { $count }
desk-stats-handed-over = Handed over: { $count }
desk-stats-closed = Closed: { $count }
desk-stats-reported = Rules said to be wrong: { $count }
desk-stats-reason = · { $reason }: { $count }
desk-stats-first-reply = First answer after { $minutes } minutes on average
desk-stats-median = · half of them within { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }
desk-stats-ninetieth = · nine of ten within { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }
desk-stats-rating = Rated { $average } ({ $count } people)
staff-command-take = take this case
staff-command-set = answer for the person: /set province Guangdong
staff-command-tag = add a tag
staff-command-close = end it, with a reason
staff-command-reopen = open it again
staff-command-summary = the filing once more
staff-command-answer = an item of the rule base: /answer domain
staff-command-cases = who waits
staff-command-invite = make a link: /invite Guangdong enterprise #campaign
staff-command-stats = figures of some days: /stats 7
staff-command-desk = commands of the staff
ui-help-desk = /human talk to a person; /bot come back to me
    /wrong 3 tells us that item 3 is wrong
