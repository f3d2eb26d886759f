//! What fields and values are called in invitations.
//!
//! Links live for a year, in print for ever: a code or a place in a list that was ever given away keeps its meaning. What is new gets a
//! new code, or is added at the end of a list.

use crate::profile::Field;

pub(super) const SHORT_CODE_BITS: u32 = 3;
pub(super) const LONG_CODE_BITS: u32 = 7;
/// Of the short codes the one that says that no answer follows.
pub(super) const END: u8 = 7;

/// How a value is written.
pub(super) enum Form {
    YesNo,
    /// Bits, and the values: each stands for its place in the list.
    Choice(u32, &'static [&'static str]),
    /// Each value stands for the bit of its place in the list. Up to 63.
    Set(&'static [&'static str]),
    /// From 0.
    Count,
    Integer,
    Text,
}

use Form::{Choice, Count, Integer, Set, Text, YesNo};

/// Every field that travels, with its code. Those before [`END`] are the short ones.
pub(super) const TABLE: &[(u8, Field, Form)] = &[
    (0, Field::Provider, Choice(4, &["aliyun", "tencent", "other"])),
    (1, Field::Operation, Choice(4, &["first_filing", "add_site", "add_domain", "add_access", "change", "cancel"])),
    (2, Field::Filer, Choice(5, FILERS)),
    (3, Field::Province, Choice(6, PROVINCES)),
    (4, Field::Content, Set(CATEGORIES)),
    (5, Field::Domain, Text),
    (6, Field::ServerMainland, YesNo),
    (8, Field::Channel, Choice(3, &["web", "app", "mini_program"])),
    (9, Field::Identity, Choice(3, IDENTITIES)),
    (10, Field::IdDocument, Choice(5, ID_DOCUMENTS)),
    (11, Field::IdValidDays, Integer),
    (12, Field::IdInProvince, YesNo),
    (13, Field::Age, Count),
    (14, Field::PhoneInProvince, YesNo),
    (15, Field::PrincipalIsLegalRep, YesNo),
    (16, Field::ManagerIsPrincipal, YesNo),
    (17, Field::ManagerIsLegalRep, YesNo),
    (18, Field::ManagerIdInProvince, YesNo),
    (19, Field::ManagerInOtherFilings, YesNo),
    (20, Field::LegalRepIdentity, Choice(3, IDENTITIES)),
    (21, Field::LegalRepIdInProvince, YesNo),
    (22, Field::UnitName, Text),
    (23, Field::UnitDocument, Choice(5, UNIT_DOCUMENTS)),
    (24, Field::UnitInProvince, YesNo),
    (25, Field::HasTradeName, YesNo),
    (26, Field::HasSeal, YesNo),
    (27, Field::ClusterAddress, Choice(3, &["none", "qianhai", "elsewhere"])),
    (28, Field::NameChange, Choice(3, &["none", "related", "unrelated"])),
    (29, Field::NumberChanged, YesNo),
    (30, Field::ChangeTo, Choice(3, &["individual", "unit"])),
    (31, Field::IndividualIsLegalRepOfUnit, YesNo),
    (32, Field::OriginalNameMatches, YesNo),
    (33, Field::OriginalNumberMatches, YesNo),
    (34, Field::OriginalPeopleMatch, YesNo),
    (35, Field::SitesTotal, Count),
    (36, Field::DomainsInOrder, Count),
    (37, Field::DomainsTotal, Count),
    (38, Field::DomainPrefixes, Count),
    (39, Field::DomainHolder, Choice(4, &["filer", "legal_rep", "shareholder", "executive", "other"])),
    (40, Field::DomainValidDays, Integer),
    (41, Field::DomainVerified, YesNo),
    (42, Field::DomainVerifiedDays, Count),
    (43, Field::DomainRegistrar, Choice(3, &["mainland", "abroad"])),
    (44, Field::DomainPrivacy, YesNo),
    (45, Field::DomainIsSubdomain, YesNo),
    (46, Field::SiteName, Text),
    (47, Field::SiteOnline, YesNo),
    (48, Field::ApprovalHeld, Set(CATEGORIES)),
    (49, Field::ApprovalWaived, Set(CATEGORIES)),
    (50, Field::Server, Choice(5, SERVERS)),
    (51, Field::ServerMonths, Count),
    (52, Field::ServerBilling, Choice(3, &["subscription", "pay_as_you_go"])),
    (53, Field::ServerBandwidth, YesNo),
    (54, Field::ServerSameAccount, YesNo),
    (55, Field::EdgeProducts, Set(&["oss", "cdn", "waf", "anti_ddos"])),
    (56, Field::ManagerIdentity, Choice(3, IDENTITIES)),
    (57, Field::ManagerIdDocument, Choice(5, ID_DOCUMENTS)),
    (58, Field::ManagerIdValidDays, Integer),
    (59, Field::Youngest, Choice(3, &["principal", "manager", "legal_rep"])),
    (60, Field::Landline, YesNo),
    (61, Field::SitesInOrder, Count),
    (62, Field::PrefixesInSite, Count),
    (63, Field::DomainsLeadToOneSite, YesNo),
    (64, Field::ApexFiled, YesNo),
    (65, Field::FiledSitesOpen, YesNo),
    (66, Field::FilingAgeDays, Count),
    (67, Field::ServerOrderYuan, Count),
    (68, Field::ServerChange, Choice(3, &["none", "same_provider", "other_provider"])),
    (69, Field::AccountSite, Choice(3, &["china", "international"])),
    (70, Field::Commercial, YesNo),
    (71, Field::UnitLevel, Choice(3, &["national", "provincial", "local"])),
    (72, Field::IsHospital, YesNo),
    (73, Field::SchoolLevel, Choice(3, &["none", "below_high_school", "high_school_or_above"])),
    (74, Field::OriginalAccessCancelled, YesNo),
    (75, Field::SubjectAtProvider, YesNo),
    (76, Field::LicenceForm, Choice(3, &["original", "copy"])),
];

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
/// What is named most stands first: it makes the shortest masks.
const CATEGORIES: &[&str] = &[
    "none",
    "unit_portal",
    "blog",
    "e_commerce",
    "shopping",
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
];

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    /// Lines are added here, and values at their ends; nothing else ever changes.
    #[test]
    fn codes_stay_as_they_are() {
        let rows = TABLE.iter().map(|(code, field, form)| match form {
            YesNo => format!("{code} {field} yes or no\n"),
            Choice(bits, values) => format!("{code} {field} {bits} bits: {}\n", values.join(" ")),
            Set(values) => format!("{code} {field} any: {}\n", values.join(" ")),
            Count => format!("{code} {field} count\n"),
            Integer => format!("{code} {field} integer\n"),
            Text => format!("{code} {field} text\n"),
        });
        expect![[r#"
            0 provider 4 bits: aliyun tencent other
            1 operation 4 bits: first_filing add_site add_domain add_access change cancel
            2 filer 5 bits: individual enterprise sole_proprietor government public_institution social_organization private_non_enterprise foundation law_firm accounting_firm military
            3 province 6 bits: beijing tianjin hebei shanxi inner_mongolia liaoning jilin heilongjiang shanghai jiangsu zhejiang anhui fujian jiangxi shandong henan hubei hunan guangdong guangxi hainan chongqing sichuan guizhou yunnan tibet shaanxi gansu qinghai ningxia xinjiang
            4 content any: none unit_portal blog e_commerce shopping news publishing drugs_devices culture audiovisual education healthcare ride_hailing bulletin_board finance games religion e_government online_payment instant_messaging search_engine advertising email sms paid_information wap travel securities hazardous_chemicals
            5 domain text
            6 server_mainland yes or no
            8 channel 3 bits: web app mini_program
            9 identity 3 bits: mainland hong_kong_macao taiwan foreign
            10 id_document 5 bits: resident_id temporary_resident_id first_generation_id household_register hmt_residence_permit mainland_travel_permit passport officer_id hong_kong_id
            11 id_valid_days integer
            12 id_in_province yes or no
            13 age count
            14 phone_in_province yes or no
            15 principal_is_legal_rep yes or no
            16 manager_is_principal yes or no
            17 manager_is_legal_rep yes or no
            18 manager_id_in_province yes or no
            19 manager_in_other_filings yes or no
            20 legal_rep_identity 3 bits: mainland hong_kong_macao taiwan foreign
            21 legal_rep_id_in_province yes or no
            22 unit_name text
            23 unit_document 5 bits: business_license organization_code social_credit_code institution_certificate social_organization_certificate private_non_enterprise_certificate foundation_certificate other
            24 unit_in_province yes or no
            25 has_trade_name yes or no
            26 has_seal yes or no
            27 cluster_address 3 bits: none qianhai elsewhere
            28 name_change 3 bits: none related unrelated
            29 number_changed yes or no
            30 change_to 3 bits: individual unit
            31 individual_is_legal_rep_of_unit yes or no
            32 original_name_matches yes or no
            33 original_number_matches yes or no
            34 original_people_match yes or no
            35 sites_total count
            36 domains_in_order count
            37 domains_total count
            38 domain_prefixes count
            39 domain_holder 4 bits: filer legal_rep shareholder executive other
            40 domain_valid_days integer
            41 domain_verified yes or no
            42 domain_verified_days count
            43 domain_registrar 3 bits: mainland abroad
            44 domain_privacy yes or no
            45 domain_is_subdomain yes or no
            46 site_name text
            47 site_online yes or no
            48 approval_held any: none unit_portal blog e_commerce shopping news publishing drugs_devices culture audiovisual education healthcare ride_hailing bulletin_board finance games religion e_government online_payment instant_messaging search_engine advertising email sms paid_information wap travel securities hazardous_chemicals
            49 approval_waived any: none unit_portal blog e_commerce shopping news publishing drugs_devices culture audiovisual education healthcare ride_hailing bulletin_board finance games religion e_government online_payment instant_messaging search_engine advertising email sms paid_information wap travel securities hazardous_chemicals
            50 server 5 bits: ecs virtual_host lightweight elastic_web nat_gateway ipv6_translation ens iot_package marketplace cvm site_builder self_hosted
            51 server_months count
            52 server_billing 3 bits: subscription pay_as_you_go
            53 server_bandwidth yes or no
            54 server_same_account yes or no
            55 edge_products any: oss cdn waf anti_ddos
            56 manager_identity 3 bits: mainland hong_kong_macao taiwan foreign
            57 manager_id_document 5 bits: resident_id temporary_resident_id first_generation_id household_register hmt_residence_permit mainland_travel_permit passport officer_id hong_kong_id
            58 manager_id_valid_days integer
            59 youngest 3 bits: principal manager legal_rep
            60 landline yes or no
            61 sites_in_order count
            62 prefixes_in_site count
            63 domains_lead_to_one_site yes or no
            64 apex_filed yes or no
            65 filed_sites_open yes or no
            66 filing_age_days count
            67 server_order_yuan count
            68 server_change 3 bits: none same_provider other_provider
            69 account_site 3 bits: china international
            70 commercial yes or no
            71 unit_level 3 bits: national provincial local
            72 is_hospital yes or no
            73 school_level 3 bits: none below_high_school high_school_or_above
            74 original_access_cancelled yes or no
            75 subject_at_provider yes or no
            76 licence_form 3 bits: original copy
        "#]].assert_eq(&rows.collect::<String>());
    }

    #[test]
    fn every_field_that_travels_has_a_code_and_every_value_a_place() {
        let unfit = [Field::AsOf, Field::Held, Field::Stage];
        for field in Field::ALL {
            let rows: Vec<_> = TABLE.iter().filter(|(_, known, _)| known == field).collect();
            assert_eq!(rows.len(), usize::from(!unfit.contains(field)), "{field}");
            let Some((code, _, form)) = rows.first() else { continue };
            assert!(
                *code != END && *code < 1 << LONG_CODE_BITS && TABLE.iter().filter(|(known, ..)| known == code).count() == 1,
                "{field}"
            );
            let room = match form {
                Choice(bits, values) => Some((*values, 1 << bits)),
                Set(values) => Some((*values, 63)),
                YesNo | Count | Integer | Text => None,
            };
            if let Some((values, room)) = room {
                assert!(values.len() <= room && field.allowed_values().iter().all(|value| values.contains(value)), "{field}");
            }
        }
    }
}
