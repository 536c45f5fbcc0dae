//! The language's own words on a personal sheet.

use super::strings::put;
use crate::model::gestation::Completed;
use crate::model::locale::Locale;

/// The words of one locale; `{…}` are filled in where the words are used.
#[derive(Debug)]
pub struct SheetWords {
    /// The document's title, `{title}` in it.
    pub title: &'static str,
    /// What the document is about, `{title}` in it.
    pub subject: &'static str,
    /// In the pill under the title.
    pub pill: &'static str,
    /// Before the patient's name.
    pub name: &'static str,
    /// Before the day of the visit.
    pub date: &'static str,
    /// Before the week, where it is written by hand.
    pub week: &'static str,
    /// Before the completed weeks of pregnancy.
    pub week_of_pregnancy: &'static str,
    /// Before the weeks since the birth.
    pub weeks_after_birth: &'static str,
    /// Completed weeks by their number: 1, 2, 3 to 10, more, and none; `{n}` in it.
    pub count_of_weeks: [&'static str; 5],
    /// Days beyond them, likewise.
    pub count_of_days: [&'static str; 5],
    /// Before the next visit.
    pub next_visit: &'static str,
    /// Before who gives the sheet.
    pub given_by: &'static str,
    /// Before why she gets a handout of another stage.
    pub leaflet: &'static str,
    /// Heading of the clinician's note.
    pub note: &'static str,
    /// Before the clinician's note on a card.
    pub for_you: &'static str,
    /// Heading of the diary.
    pub diary: &'static str,
    /// Under it.
    pub tick: &'static str,
    /// Over the exercises in the diary.
    pub exercise: &'static str,
    /// Short names of the days, in the order of the week.
    pub days: [&'static str; 7],
    /// Heading of the safety box.
    pub safety: &'static str,
    /// Who gave an exercise that is not for this week: `{clinician}`, `{reason}` and `{because}` in it.
    pub although: &'static str,
    /// The same where no clinician is named.
    pub although_given: &'static str,
    /// Reasons: flat on the back after a week, after a week, before a week, too soon after birth, another stage; `{week}`
    /// in all but the last.
    pub reasons: [&'static str; 5],
}

impl SheetWords {
    /// The words of `locale`.
    pub const fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::EnGb => &EN_GB,
            Locale::EnUs => &EN_US,
            Locale::EsUs => &ES_US,
            Locale::Ar => &AR,
        }
    }

    /// Completed weeks, and days where they are known: `30 weeks + 2 days`.
    pub fn completed(&self, locale: Locale, completed: Completed) -> String {
        let count = |forms: [&'static str; 5], number: u8| {
            let form = match number {
                0 => 4,
                1 | 2 => usize::from(number) - 1,
                3..=10 => 2,
                _ => 3,
            };
            put(forms[form], &[("n", &locale.number(&number.to_string()))])
        };
        let weeks = count(self.count_of_weeks, completed.weeks);
        match completed.days {
            Some(days) => format!("{weeks} + {}", count(self.count_of_days, days)),
            None => weeks,
        }
    }
}

const EN_GB: SheetWords = SheetWords {
    title: "{title}: personal sheet",
    subject: "Personal exercise sheet: {title}",
    pill: "Your personal sheet",
    name: "Name",
    date: "Date",
    week: "Week",
    week_of_pregnancy: "Weeks of pregnancy",
    weeks_after_birth: "Weeks after birth",
    count_of_weeks: ["1 week", "{n} weeks", "{n} weeks", "{n} weeks", "{n} weeks"],
    count_of_days: ["1 day", "{n} days", "{n} days", "{n} days", "{n} days"],
    next_visit: "Next visit",
    given_by: "Given by",
    leaflet: "This leaflet",
    note: "A note for you",
    for_you: "For you: ",
    diary: "Your week",
    tick: "Tick a box each time you have done an exercise that day.",
    exercise: "Exercise",
    days: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    safety: "Exercise safely",
    although: "Given by {clinician} although {reason}: {because}",
    although_given: "Given although {reason}: {because}",
    reasons: [
        "it is done flat on the back, and not advised after week {week}",
        "it is not advised after week {week}",
        "it is not advised before week {week}",
        "it is not advised before week {week} after birth",
        "it is meant for another stage",
    ],
};

const EN_US: SheetWords = SheetWords { days: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"], ..EN_GB };

/// Plain Spanish with `usted`. A draft: see the words of leaflets.
const ES_US: SheetWords = SheetWords {
    title: "{title}: hoja personal",
    subject: "Hoja personal de ejercicios: {title}",
    pill: "Su hoja personal",
    name: "Nombre",
    date: "Fecha",
    week: "Semana",
    week_of_pregnancy: "Semanas de embarazo",
    weeks_after_birth: "Semanas desde el parto",
    count_of_weeks: ["1 semana", "{n} semanas", "{n} semanas", "{n} semanas", "{n} semanas"],
    count_of_days: ["1 día", "{n} días", "{n} días", "{n} días", "{n} días"],
    next_visit: "Próxima visita",
    given_by: "Entregada por",
    leaflet: "Esta hoja",
    note: "Una nota para usted",
    for_you: "Para usted: ",
    diary: "Su semana",
    tick: "Marque una casilla cada día que haga un ejercicio.",
    exercise: "Ejercicio",
    days: ["dom", "lun", "mar", "mié", "jue", "vie", "sáb"],
    safety: "Haga ejercicio sin riesgo",
    although: "Indicado por {clinician} aunque {reason}: {because}",
    although_given: "Indicado aunque {reason}: {because}",
    reasons: [
        "se hace boca arriba y no se aconseja después de la semana {week}",
        "no se aconseja después de la semana {week}",
        "no se aconseja antes de la semana {week}",
        "no se aconseja antes de la semana {week} después del parto",
        "es para otra etapa",
    ],
};

const AR: SheetWords = SheetWords {
    title: "{title}: ورقة شخصية",
    subject: "ورقة تمارين شخصية: {title}",
    pill: "ورقتك الشخصية",
    name: "الاسم",
    date: "التاريخ",
    week: "الأسبوع",
    week_of_pregnancy: "أسابيع الحمل",
    weeks_after_birth: "أسابيع بعد الولادة",
    count_of_weeks: ["أسبوع واحد", "أسبوعان", "{n} أسابيع", "{n} أسبوعًا", "{n} أسبوع"],
    count_of_days: ["يوم واحد", "يومان", "{n} أيام", "{n} يومًا", "{n} يوم"],
    next_visit: "الزيارة القادمة",
    given_by: "أعطتها",
    leaflet: "هذه النشرة",
    note: "ملاحظة لك",
    for_you: "لك: ",
    diary: "أسبوعك",
    tick: "ضعي علامة في المربع كل يوم تؤدين فيه التمرين.",
    exercise: "التمرين",
    days: ["أحد", "اثنين", "ثلاثاء", "أربعاء", "خميس", "جمعة", "سبت"],
    safety: "تمرني بأمان",
    although: "أعطاه {clinician} مع أن {reason}: {because}",
    although_given: "أعطي مع أن {reason}: {because}",
    reasons: [
        "التمرين على الظهر ولا ينصح به بعد الأسبوع {week}",
        "التمرين لا ينصح به بعد الأسبوع {week}",
        "التمرين لا ينصح به قبل الأسبوع {week}",
        "التمرين لا ينصح به قبل الأسبوع {week} بعد الولادة",
        "التمرين لمرحلة أخرى",
    ],
};
