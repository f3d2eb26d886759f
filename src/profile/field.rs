//! The fields of a filing: names, types, allowed values and how their values age.
//!
//! Names and values are those of the machine interface and never change; the words that people read for them stand in
//! `locales/`. A field is identified by [`Field`], small enough to live in a 128-bit [`FieldSet`].

use std::fmt;

/// What a field may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A calendar date, written `YYYY-MM-DD`.
    Date,
    /// One of the listed values.
    Choice(&'static [&'static str]),
    /// A whole number, `min` or more.
    Integer { min: i64 },
    /// `true` or `false`.
    Bool,
    /// Any text.
    Text,
    /// Any number of the listed values, none included.
    Set(&'static [&'static str]),
    /// Ids of rules.
    Ids,
}

/// How a number that was said on one day reads on a later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ageing {
    /// It stays as said.
    None,
    /// Days until something: one less each day.
    DaysUntil,
    /// Days since something: one more each day.
    DaysSince,
    /// Years of age: one more after each full year.
    Years,
}

/// What is known of a field before any value is given.
#[derive(Debug, Clone, Copy)]
pub struct Spec {
    pub name: &'static str,
    pub kind: Kind,
    pub ageing: Ageing,
}

const PROVIDERS: &[&str] = &["aliyun", "tencent", "other"];
const OPERATIONS: &[&str] = &["first_filing", "add_site", "add_domain", "add_access", "change", "cancel"];
const CHANNELS: &[&str] = &["web", "app", "mini_program"];
const FILERS: &[&str] = &[
    "individual",
    "enterprise",
    "sole_proprietor",
    "government",
    "public_institution",
    "social_organization",
    "private_non_enterprise",
    "foundation",
    "law_firm",
    "accounting_firm",
    "military",
];
const PROVINCES: &[&str] = &[
    "beijing",
    "tianjin",
    "hebei",
    "shanxi",
    "inner_mongolia",
    "liaoning",
    "jilin",
    "heilongjiang",
    "shanghai",
    "jiangsu",
    "zhejiang",
    "anhui",
    "fujian",
    "jiangxi",
    "shandong",
    "henan",
    "hubei",
    "hunan",
    "guangdong",
    "guangxi",
    "hainan",
    "chongqing",
    "sichuan",
    "guizhou",
    "yunnan",
    "tibet",
    "shaanxi",
    "gansu",
    "qinghai",
    "ningxia",
    "xinjiang",
];
const IDENTITIES: &[&str] = &["mainland", "hong_kong_macao", "taiwan", "foreign"];
const ID_DOCUMENTS: &[&str] = &[
    "resident_id",
    "temporary_resident_id",
    "first_generation_id",
    "household_register",
    "hmt_residence_permit",
    "mainland_travel_permit",
    "passport",
    "officer_id",
    "hong_kong_id",
];
const UNIT_DOCUMENTS: &[&str] = &[
    "business_license",
    "organization_code",
    "social_credit_code",
    "institution_certificate",
    "social_organization_certificate",
    "private_non_enterprise_certificate",
    "foundation_certificate",
    "other",
];
const CATEGORIES: &[&str] = &[
    "news",
    "publishing",
    "drugs_devices",
    "culture",
    "audiovisual",
    "education",
    "healthcare",
    "ride_hailing",
    "bulletin_board",
    "finance",
    "games",
    "religion",
    "blog",
    "unit_portal",
    "shopping",
    "e_commerce",
    "e_government",
    "online_payment",
    "instant_messaging",
    "search_engine",
    "advertising",
    "email",
    "sms",
    "paid_information",
    "wap",
    "travel",
    "securities",
    "hazardous_chemicals",
    "none",
];
const SERVERS: &[&str] = &[
    "ecs",
    "virtual_host",
    "lightweight",
    "elastic_web",
    "nat_gateway",
    "ipv6_translation",
    "ens",
    "iot_package",
    "marketplace",
    "cvm",
    "site_builder",
    "self_hosted",
];
const STAGES: &[&str] = &[
    "preparing",
    "submitted",
    "first_review_passed",
    "first_review_failed",
    "photo_taken",
    "second_review_failed",
    "authority_review",
    "authority_rejected",
    "approved",
];

const COUNT: Kind = Kind::Integer { min: 0 };
const MAYBE_EXPIRED: Kind = Kind::Integer { min: i64::MIN };

macro_rules! fields {
    ($($variant:ident $name:literal $kind:expr $(, $ageing:ident)?;)*) => {
        /// A field of a filing profile, in the order in which profiles are written.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Field { $($variant),* }

        impl Field {
            /// Every field.
            pub const ALL: &[Field] = &[$(Field::$variant),*];
        }

        const SPECS: &[Spec] = &[$(Spec { name: $name, kind: $kind, ageing: fields!(@ageing $($ageing)?) }),*];
    };
    (@ageing) => { Ageing::None };
    (@ageing $ageing:ident) => { Ageing::$ageing };
}

fields! {
    AsOf "as_of" Kind::Date;
    Provider "provider" Kind::Choice(PROVIDERS);
    Operation "operation" Kind::Choice(OPERATIONS);
    Channel "channel" Kind::Choice(CHANNELS);
    Filer "filer" Kind::Choice(FILERS);
    Province "province" Kind::Choice(PROVINCES);
    Identity "identity" Kind::Choice(IDENTITIES);
    IdDocument "id_document" Kind::Choice(ID_DOCUMENTS);
    IdValidDays "id_valid_days" MAYBE_EXPIRED, DaysUntil;
    IdInProvince "id_in_province" Kind::Bool;
    Age "age" COUNT, Years;
    PhoneInProvince "phone_in_province" Kind::Bool;
    PrincipalIsLegalRep "principal_is_legal_rep" Kind::Bool;
    ManagerIsPrincipal "manager_is_principal" Kind::Bool;
    ManagerIsLegalRep "manager_is_legal_rep" Kind::Bool;
    ManagerIdInProvince "manager_id_in_province" Kind::Bool;
    ManagerInOtherFilings "manager_in_other_filings" Kind::Bool;
    LegalRepIdentity "legal_rep_identity" Kind::Choice(IDENTITIES);
    LegalRepIdInProvince "legal_rep_id_in_province" Kind::Bool;
    UnitName "unit_name" Kind::Text;
    UnitDocument "unit_document" Kind::Choice(UNIT_DOCUMENTS);
    UnitInProvince "unit_in_province" Kind::Bool;
    HasTradeName "has_trade_name" Kind::Bool;
    HasSeal "has_seal" Kind::Bool;
    ClusterAddress "cluster_address" Kind::Choice(&["none", "qianhai", "elsewhere"]);
    NameChange "name_change" Kind::Choice(&["none", "related", "unrelated"]);
    NumberChanged "number_changed" Kind::Bool;
    ChangeTo "change_to" Kind::Choice(&["individual", "unit"]);
    IndividualIsLegalRepOfUnit "individual_is_legal_rep_of_unit" Kind::Bool;
    OriginalNameMatches "original_name_matches" Kind::Bool;
    OriginalNumberMatches "original_number_matches" Kind::Bool;
    OriginalPeopleMatch "original_people_match" Kind::Bool;
    SitesTotal "sites_total" COUNT;
    DomainsInOrder "domains_in_order" COUNT;
    DomainsTotal "domains_total" COUNT;
    DomainPrefixes "domain_prefixes" COUNT;
    Domain "domain" Kind::Text;
    DomainHolder "domain_holder" Kind::Choice(&["filer", "legal_rep", "shareholder", "executive", "other"]);
    DomainValidDays "domain_valid_days" MAYBE_EXPIRED, DaysUntil;
    DomainVerified "domain_verified" Kind::Bool;
    DomainVerifiedDays "domain_verified_days" COUNT, DaysSince;
    DomainRegistrar "domain_registrar" Kind::Choice(&["mainland", "abroad"]);
    DomainPrivacy "domain_privacy" Kind::Bool;
    DomainIsSubdomain "domain_is_subdomain" Kind::Bool;
    SiteName "site_name" Kind::Text;
    SiteOnline "site_online" Kind::Bool;
    Content "content" Kind::Set(CATEGORIES);
    ApprovalHeld "approval_held" Kind::Set(CATEGORIES);
    ApprovalWaived "approval_waived" Kind::Set(CATEGORIES);
    Server "server" Kind::Choice(SERVERS);
    ServerMonths "server_months" COUNT;
    ServerBilling "server_billing" Kind::Choice(&["subscription", "pay_as_you_go"]);
    ServerBandwidth "server_bandwidth" Kind::Bool;
    ServerMainland "server_mainland" Kind::Bool;
    ServerSameAccount "server_same_account" Kind::Bool;
    EdgeProducts "edge_products" Kind::Set(&["oss", "cdn", "waf", "anti_ddos"]);
    ManagerIdentity "manager_identity" Kind::Choice(IDENTITIES);
    ManagerIdDocument "manager_id_document" Kind::Choice(ID_DOCUMENTS);
    ManagerIdValidDays "manager_id_valid_days" MAYBE_EXPIRED, DaysUntil;
    Youngest "youngest" Kind::Choice(&["principal", "manager", "legal_rep"]);
    Landline "landline" Kind::Bool;
    SitesInOrder "sites_in_order" COUNT;
    PrefixesInSite "prefixes_in_site" COUNT;
    DomainsLeadToOneSite "domains_lead_to_one_site" Kind::Bool;
    ApexFiled "apex_filed" Kind::Bool;
    FiledSitesOpen "filed_sites_open" Kind::Bool;
    FilingAgeDays "filing_age_days" COUNT, DaysSince;
    ServerOrderYuan "server_order_yuan" COUNT;
    ServerChange "server_change" Kind::Choice(&["none", "same_provider", "other_provider"]);
    AccountSite "account_site" Kind::Choice(&["china", "international"]);
    Commercial "commercial" Kind::Bool;
    UnitLevel "unit_level" Kind::Choice(&["national", "provincial", "local"]);
    IsHospital "is_hospital" Kind::Bool;
    SchoolLevel "school_level" Kind::Choice(&["none", "below_high_school", "high_school_or_above"]);
    OriginalAccessCancelled "original_access_cancelled" Kind::Bool;
    SubjectAtProvider "subject_at_provider" Kind::Bool;
    LicenceForm "licence_form" Kind::Choice(&["original", "copy"]);
    Held "held" Kind::Ids;
    Stage "stage" Kind::Choice(STAGES);
}

impl Field {
    /// How many fields there are.
    pub const COUNT: usize = Self::ALL.len();

    pub fn spec(self) -> &'static Spec {
        &SPECS[self as usize]
    }

    pub fn name(self) -> &'static str {
        self.spec().name
    }

    pub fn kind(self) -> Kind {
        self.spec().kind
    }

    /// The field with this name, if there is one.
    pub fn named(name: &str) -> Option<Field> {
        Field::ALL.iter().copied().find(|field| field.name() == name)
    }

    /// Whether the field is known even when nobody gave it, so that nobody is ever asked for it.
    pub fn has_default(self) -> bool {
        matches!(self, Field::AsOf | Field::Channel | Field::Stage | Field::ApprovalHeld | Field::ApprovalWaived | Field::Held)
    }

    /// The position of `value` in the field's list of allowed values.
    pub fn value_index(self, value: &str) -> Option<u8> {
        let index = self.allowed_values().iter().position(|allowed| *allowed == value)?;
        u8::try_from(index).ok()
    }

    /// The allowed values of a choice or a set; empty for other kinds.
    pub fn allowed_values(self) -> &'static [&'static str] {
        match self.kind() {
            Kind::Choice(values) | Kind::Set(values) => values,
            Kind::Date | Kind::Integer { .. } | Kind::Bool | Kind::Text | Kind::Ids => &[],
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A set of fields.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct FieldSet(u128);

// A set holds one bit per field.
const _: () = assert!(Field::COUNT <= 128);

impl FieldSet {
    pub const EMPTY: FieldSet = FieldSet(0);

    pub const fn of(field: Field) -> FieldSet {
        FieldSet(1 << field as u8)
    }

    pub const fn contains(self, field: Field) -> bool {
        self.0 & (1 << field as u8) != 0
    }

    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    #[must_use]
    pub const fn union(self, other: FieldSet) -> FieldSet {
        FieldSet(self.0 | other.0)
    }

    #[must_use]
    pub const fn without(self, other: FieldSet) -> FieldSet {
        FieldSet(self.0 & !other.0)
    }

    pub const fn intersects(self, other: FieldSet) -> bool {
        self.0 & other.0 != 0
    }

    pub fn insert(&mut self, field: Field) {
        self.0 |= 1 << field as u8;
    }

    pub fn remove(&mut self, field: Field) {
        self.0 &= !(1 << field as u8);
    }

    pub fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The fields in declaration order.
    pub fn iter(self) -> impl Iterator<Item = Field> {
        let mut bits = self.0;
        std::iter::from_fn(move || {
            if bits == 0 {
                return None;
            }
            let index = bits.trailing_zeros() as usize;
            bits &= bits - 1;
            Some(Field::ALL[index])
        })
    }
}

impl FromIterator<Field> for FieldSet {
    fn from_iter<I: IntoIterator<Item = Field>>(fields: I) -> Self {
        fields.into_iter().fold(FieldSet::EMPTY, |set, field| set.union(FieldSet::of(field)))
    }
}

impl fmt::Debug for FieldSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(Field::name)).finish()
    }
}
