//! What the assistant has to say, before it is put into words.

use std::rc::Rc;

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::checklist::Changes;
use super::reminders::Planned;
use super::sense::is_offered;
use super::session::{Filing, Reminders};
use super::turn::Unread;
use crate::matching::Elsewhere;
use crate::profile::{Event, Field, Kind, Stage, Value};
use crate::progress::{Deadline, Expected};
use crate::rules::{Assessment, Item, Rule, RuleKey};

/// One thing to say.
#[derive(Debug, Clone)]
pub enum Reply<'r> {
    Welcome,
    /// The person is back after a while.
    WelcomeBack {
        answers: usize,
    },
    /// What was understood: the answer, and what else the message said.
    Understood {
        answers: Vec<(Field, Value)>,
    },
    /// The field stays unknown; where to find it.
    SetAside {
        field: Field,
    },
    /// The question for a field.
    Question {
        field: Field,
        progress: Progress,
    },
    DidYouMean {
        field: Field,
        value: Value,
    },
    /// Which of these was meant: a place that lies in several provinces.
    Which {
        field: Field,
        said: String,
    },
    /// What was said before is to be replaced: whether that was meant.
    Replace {
        before: Vec<(Field, Value)>,
        after: Vec<(Field, Value)>,
    },
    /// A place that lies in none of the 31 provinces, and what that means for a filing.
    Elsewhere(Elsewhere),
    /// A question instead of an answer: what the field means.
    Explain {
        field: Field,
    },
    /// A question that the rules do not answer.
    CannotSay,
    /// Something was wrong, and nothing tells what: which answer to change.
    WhichWasWrong,
    SmallTalk(SmallTalk),
    NewFiling {
        label: FilingLabel,
        copied: usize,
    },
    /// The filings: they are the choices.
    Filings {
        stand: Vec<Stand<'r>>,
    },
    OneFilingOnly,
    SwitchedTo {
        label: FilingLabel,
        answers: usize,
    },
    NoSuchFiling,
    TooManyFilings,
    /// The answer was not understood: examples first, then all choices, then the field is left open.
    NotUnderstood {
        field: Field,
        failures: u8,
    },
    GaveUp {
        field: Field,
    },
    /// Something that only makes sense as an answer, while nothing is asked.
    NothingAsked,
    /// No filing is needed, as this says.
    NoFilingNeeded {
        item: Item<'r>,
    },
    /// The rules of this province are not in the rule base.
    ProvinceNotCovered {
        province: Value,
    },
    /// What the last answer changed in the checklist.
    Changed(Changes<'r>),
    Checklist {
        assessment: Rc<Assessment<'r>>,
        all: bool,
    },
    /// The whole checklist as a file.
    File {
        assessment: Rc<Assessment<'r>>,
    },
    /// Everything that is kept about the person is handed over with this.
    Export,
    /// What a link brought along was wrong.
    NotBrought,
    AskToForget,
    /// A filing is to be deleted.
    AskToDelete {
        label: FilingLabel,
    },
    Deleted {
        label: FilingLabel,
    },
    NotDeleted,
    /// The only filing cannot be deleted.
    OnlyFiling,
    Forgotten,
    NothingForgotten,
    /// Something like an identity or phone number was hidden in what the person wrote.
    NumberHidden,
    /// It was sent something that it does not read.
    NotRead(Unread),
    /// The button belongs to a question that is over.
    Stale,
    /// A message was changed that told no answer that still stands.
    EditedTooLate,
    /// Answers of an older version were dropped and are asked again.
    AnswersDropped,
    /// How many questions would make it exact.
    Offer {
        remaining: usize,
    },
    /// Nothing is left to ask.
    AllAsked {
        set_aside: usize,
    },
    Later,
    /// What the question decides.
    WhyQuestion {
        field: Field,
        items: Vec<Item<'r>>,
    },
    /// An item, with the answers that decided and its sources.
    WhyItem {
        item: Item<'r>,
        facts: Vec<(Field, Value)>,
    },
    /// The rule of an item that is not in the answer any more.
    WhyGone {
        rule: &'r Rule,
    },
    NoSuchItem {
        shown: usize,
    },
    /// The answers that can be changed: they are the choices.
    Answers,
    NoAnswers,
    NoSuchAnswer,
    Undone {
        fields: Vec<Field>,
    },
    /// The last answer is as it was before it was changed.
    Restored {
        field: Field,
        value: Value,
    },
    /// The answer stays as it is.
    Unchanged {
        field: Field,
    },
    /// Everything is as it was before the person started over.
    RestartUndone,
    /// Neither yes nor no to the offer of more questions.
    OfferNotUnderstood,
    NothingToUndo,
    Restarted,
    Help,
    LanguageChanged,
    NoSuchLanguage,
    NoSuchCommand {
        nearest: Option<&'static str>,
    },
    /// Where the filing stands.
    Progress(Box<Way<'r>>),
    /// Whether there is any news: the choices.
    AskNews,
    /// Several materials may be meant.
    WhichMaterial,
    /// A stage was noted; what comes now.
    StageNoted {
        way: Box<Way<'r>>,
        noted: Noted,
    },
    StageUnchanged,
    /// A stage that was told by mistake does not count any more; where the filing stands.
    StageTakenBack {
        stage: Stage,
        way: Box<Way<'r>>,
    },
    /// It was denied that something happened of which nothing was told: where the filing stands.
    StandsAt {
        way: Box<Way<'r>>,
    },
    /// A stage was noted of several filings; of these others it cannot be true now.
    AllNoted {
        stage: Stage,
        noted: Vec<FilingLabel>,
        left_out: Vec<(FilingLabel, Stage)>,
        undated: bool,
    },
    /// When an answer is to be expected.
    HowLong {
        way: Box<Way<'r>>,
    },
    /// On which day the present stage was reached.
    AskDay,
    StaysUndated,
    /// Whether everything that is left is in hand.
    AskWhetherAll {
        items: Vec<Item<'r>>,
    },
    AskReason,
    NoReason,
    /// What the reason of a rejection points to.
    ReasonRead {
        keys: Vec<String>,
        items: Vec<Item<'r>>,
    },
    /// A day was noted, and what follows from it.
    EventNoted {
        event: Event,
        day: NaiveDate,
        deadlines: Vec<Deadline<'r>>,
    },
    /// The day of an event does not count any more.
    EventTakenBack {
        event: Event,
    },
    /// What is still to be got ready: the choices.
    Materials {
        left: usize,
    },
    NothingToTick,
    AllInHand,
    /// What was said to be in hand and no item of the list is called.
    NotOnList {
        what: Vec<String>,
    },
    Ticked {
        items: Vec<Item<'r>>,
        left: usize,
    },
    /// The site was opened although the rules say to wait.
    OpenedTooSoon {
        items: Vec<Item<'r>>,
    },
    /// The days for public security count from the day on which the site opens.
    CountsFromOpening,
    /// What was said is no reason of a rejection: it may come later.
    NoReasonYet,
    /// It is still to be submitted.
    SubmitLater,
    /// What was told is said to have happened on a day that is still to come.
    DayToCome {
        day: NaiveDate,
    },
    /// There is no day like the one that was told.
    NoSuchDay {
        said: String,
    },
    /// What was ticked is not in hand after all.
    Unticked {
        items: Vec<Item<'r>>,
        left: usize,
    },
    StillLeft {
        left: usize,
    },
    AskToRemind,
    /// What was taken back is so of these filings as well.
    TakenBackAlso {
        others: Vec<FilingLabel>,
    },
    /// The same, after something that was not understood.
    AskToRemindAgain,
    WillRemind,
    WillNotRemind,
    Reminders {
        settings: Reminders,
        planned: Vec<Planned<'r>>,
    },
    NoSuchReminderSetting,
    /// Reminders keep to days, and to no time of the day.
    NoTimeOfDay,
    /// How to have fewer of them, or none.
    FewerReminders,
    ReminderDone,
    Snoozed {
        day: NaiveDate,
    },
    /// Nothing is said before a day, and what comes first then.
    SilentUntil {
        day: NaiveDate,
        next: Option<Planned<'r>>,
        zone: Tz,
    },
    /// Quiet hours are whole hours: these were rounded.
    QuietRounded,
    Muted,
    /// The days that matter, as a calendar file.
    Calendar {
        way: Box<Way<'r>>,
    },
    /// About the people who help.
    Desk(DeskReply<'r>),
}

/// What is said about the people who help.
#[derive(Debug, Clone)]
pub enum DeskReply<'r> {
    /// How one comes to the people who help.
    Help,
    /// Nobody of a staff is to be had here.
    NoDesk,
    /// The staff is with the person already.
    WithStaff,
    /// A person of the staff is offered.
    OfferStaff,
    /// The sources leave open what holds: a person of the staff is offered.
    LeftOpen,
    /// The assistant goes on; `left`: because the person wanted it.
    BackFromStaff {
        left: bool,
    },
    StaffReturned,
    SetByStaff {
        answers: Vec<(Field, Value)>,
    },
    /// By whose invitation something is filled in.
    Invited {
        name: Option<String>,
    },
    InvitationRefused {
        expired: bool,
    },
    /// Who keeps the rules is told that this one is wrong.
    Reported {
        rule: &'r Rule,
    },
    WhichIsWrong {
        shown: usize,
    },
}

/// How the day of a stage was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noted {
    On,
    /// It was taken to be today.
    Today,
    /// The day is not known.
    Undated,
}

/// How a filing stands on its way.
#[derive(Debug, Clone)]
pub struct Way<'r> {
    pub label: FilingLabel,
    pub stage: Stage,
    pub since: Option<NaiveDate>,
    pub today: NaiveDate,
    /// Whether there is a checklist whose materials can be counted.
    pub has_list: bool,
    /// What the rules say of this stage.
    pub guidance: Vec<Item<'r>>,
    pub expected: Option<Expected<'r>>,
    /// When an answer usually was there, where that is before it is expected at the latest.
    pub usual: Option<Expected<'r>>,
    /// The event whose day would tell more.
    pub untold: Option<Event>,
    pub deadlines: Vec<Deadline<'r>>,
    /// Materials that are not in hand.
    pub left: usize,
}

/// How a filing of several stands.
#[derive(Debug, Clone)]
pub struct Stand<'r> {
    pub label: FilingLabel,
    pub stage: Stage,
    /// What is due soon.
    pub next: Option<Deadline<'r>>,
}

/// What people say beside the matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SmallTalk {
    Greeting,
    Thanks,
    Bye,
}

/// By what a filing is told from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilingLabel {
    pub number: u32,
    /// Its name, domain or the name of its site.
    pub name: Option<String>,
}

impl FilingLabel {
    pub fn of(filing: &Filing) -> FilingLabel {
        FilingLabel { number: filing.number, name: filing.names().next().map(str::to_owned) }
    }
}

/// How far the conversation has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// One of the first questions: which, and how many there are.
    First { number: usize, of: usize },
    /// How many questions are left at most, this one included.
    Remaining(usize),
    /// A single question, asked on demand.
    Single,
    /// The same question once more, after its hint.
    Again,
}

/// Something that can be chosen instead of typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChoiceValue {
    Value(Field, Value),
    /// The field itself: in the list of answers to change.
    Field(Field),
    /// The filing with this number: in the list of filings.
    Filing(u32),
    Yes,
    No,
    Skip,
    Continue,
    Later,
    Stage(Stage),
    /// The stage is as it was.
    NoNews,
    /// The item of the checklist with this key.
    Item(RuleKey),
    /// All of these.
    All,
    /// No more of these.
    NoMore,
    /// Yes, and no, to reminders.
    Agree,
    Decline,
    /// A person of the staff.
    Staff,
}

impl ChoiceValue {
    /// The name by which a program or a button chooses it.
    pub fn token(&self) -> String {
        match self {
            ChoiceValue::Value(field, value) => value.canonical(*field),
            ChoiceValue::Field(field) => field.name().to_owned(),
            ChoiceValue::Filing(number) => format!("filing-{number}"),
            ChoiceValue::Yes => "yes".to_owned(),
            ChoiceValue::No => "no".to_owned(),
            ChoiceValue::Skip => "skip".to_owned(),
            ChoiceValue::Continue => "continue".to_owned(),
            ChoiceValue::Later => "later".to_owned(),
            ChoiceValue::Stage(stage) => format!("stage-{}", stage.name()),
            ChoiceValue::NoNews => "no-news".to_owned(),
            ChoiceValue::Item(key) => format!("item-{key}"),
            ChoiceValue::Agree => "yes".to_owned(),
            ChoiceValue::Decline => "no".to_owned(),
            ChoiceValue::All => "all".to_owned(),
            ChoiceValue::NoMore => "no-more".to_owned(),
            ChoiceValue::Staff => "staff".to_owned(),
        }
    }
}

/// What can be chosen in answer to the question for a field. What cannot be, given the other answers, is not offered; typed, it
/// still counts.
pub(super) fn choices_for(filing: &Filing, field: Field) -> Vec<ChoiceValue> {
    let mut choices: Vec<ChoiceValue> = match field.kind() {
        Kind::Bool => vec![ChoiceValue::Value(field, Value::Bool(true)), ChoiceValue::Value(field, Value::Bool(false))],
        Kind::Choice(values) => {
            let offered = |index: &u8| is_offered(filing, field, values[usize::from(*index)]);
            let indexes = (0..values.len()).filter_map(|index| u8::try_from(index).ok());
            indexes.filter(offered).map(|index| ChoiceValue::Value(field, Value::Choice(index))).collect()
        }
        Kind::Set(values) => {
            let mut choices: Vec<_> = (0..values.len()).map(|index| ChoiceValue::Value(field, Value::Set(1 << index))).collect();
            if !values.contains(&"none") {
                choices.push(ChoiceValue::Value(field, Value::Set(0)));
            }
            choices
        }
        Kind::Date | Kind::Integer { .. } | Kind::Text | Kind::Ids => Vec::new(),
    };
    choices.push(ChoiceValue::Skip);
    choices
}
