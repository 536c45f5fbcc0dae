//! Words of the topic that leaflets share: default headings, names of stages, calls of tiers, who answers a number.

use crate::language::Language;
use crate::model::handout::ContactNumber;

/// The words of one language. `{{…}}` are placeholders as in handouts; `{…}` are filled in where the words are used.
#[derive(Debug)]
pub struct Strings {
    /// Heading of the causes.
    pub causes: &'static str,
    /// Heading of prevention.
    pub prevention: &'static str,
    /// Heading of the treatments.
    pub treatments: &'static str,
    /// Heading of the exercises.
    pub exercises: &'static str,
    /// From the first day after birth: after birth, and where no stage is meant.
    pub from_day_one: [&'static str; 2],
    /// From a later week after birth, `{week}` in it: after birth, and where no stage is meant.
    pub from_week: [&'static str; 2],
    /// The same within a sentence of a leaflet for after birth.
    pub from_that_week: &'static str,
    /// From when, and what must have happened before: `{from}` and `{once}`.
    pub from_once: &'static str,
    /// Before what is other in a stage: the trimesters, then after birth.
    pub in_stage: [&'static str; 4],
    /// Heading of the questions.
    pub questions: &'static str,
    /// Who answers each number, in the order of [`ContactNumber`].
    pub numbers: [&'static str; 7],
}

impl Strings {
    /// The words of `language`.
    #[must_use]
    pub fn of(language: &Language) -> &'static Self {
        match language.primary() {
            "es" => &ES,
            "ar" => &AR,
            "pl" => &PL,
            _ => &EN,
        }
    }

    /// Who answers a number.
    #[must_use]
    pub const fn number(&self, which: ContactNumber) -> &'static str {
        self.numbers[match which {
            ContactNumber::EmergencyNumber => 0,
            ContactNumber::MaternityLine => 1,
            ContactNumber::EarlyPregnancyUnit => 2,
            ContactNumber::Phone => 3,
            ContactNumber::PhysioSelfReferral => 4,
            ContactNumber::CrisisLine => 5,
            ContactNumber::UrgentLine => 6,
        }]
    }
}

const EN: Strings = Strings {
    causes: "Why your back hurts",
    prevention: "What you can do each day",
    treatments: "What helps",
    exercises: "Exercises for you now",
    from_day_one: ["From day 1", "After birth: from day 1"],
    from_week: ["From week {week} after birth", "After birth: from week {week}"],
    from_that_week: "from week {week}",
    from_once: "{from}, once {once}",
    in_stage: ["Weeks 1 to 13: ", "Weeks 14 to 27: ", "From week 28: ", "After birth: "],
    questions: "Questions people ask",
    numbers: [
        "Emergency",
        "{{Maternity_line_name}}",
        "Early pregnancy unit",
        "Clinic",
        "Book a {{physio}}",
        "Crisis line",
        "Urgent advice line",
    ],
};

/// Plain Spanish with `usted`, in the terms of part 5 of the clinical brief. A draft: a qualified medical translator and
/// readers from the clinic's own community must review it before print.
const ES: Strings = Strings {
    causes: "Por qué le duele la espalda",
    prevention: "Qué puede hacer cada día",
    treatments: "Qué ayuda",
    exercises: "Ejercicios para usted ahora",
    from_day_one: ["Desde el primer día", "Después del parto: desde el primer día"],
    from_week: ["Desde la semana {week} después del parto", "Después del parto: desde la semana {week}"],
    from_that_week: "desde la semana {week}",
    from_once: "{from}: {once}",
    in_stage: ["Semanas 1 a 13: ", "Semanas 14 a 27: ", "Desde la semana 28: ", "Después del parto: "],
    questions: "Preguntas frecuentes",
    numbers: [
        "Emergencia",
        "{{Maternity_line_name}}",
        "Unidad de embarazo temprano",
        "Clínica",
        "Cita con {{physio}}",
        "Línea de crisis",
        "Línea de urgencias",
    ],
};

const AR: Strings = Strings {
    causes: "لماذا يؤلمك ظهرك",
    prevention: "ما يمكنك فعله كل يوم",
    treatments: "ما الذي يساعد",
    exercises: "تمارين لك الآن",
    from_day_one: ["من اليوم الأول", "بعد الولادة: من اليوم الأول"],
    from_week: ["من الأسبوع {week} بعد الولادة", "بعد الولادة: من الأسبوع {week}"],
    from_that_week: "من الأسبوع {week}",
    from_once: "{from}: {once}",
    in_stage: ["الأسابيع 1 إلى 13: ", "الأسابيع 14 إلى 27: ", "من الأسبوع 28: ", "بعد الولادة: "],
    questions: "أسئلة شائعة",
    numbers: [
        "الطوارئ",
        "خط الولادة",
        "وحدة الحمل المبكر",
        "العيادة",
        "العلاج الطبيعي",
        "خط الأزمات",
        "خط الرعاية العاجلة",
    ],
};

/// A draft, as all Polish words are.
const PL: Strings = Strings {
    causes: "Dlaczego bolą plecy",
    prevention: "Co możesz robić na co dzień",
    treatments: "Co pomaga",
    exercises: "Ćwiczenia dla Ciebie na teraz",
    from_day_one: ["Od pierwszego dnia", "Po porodzie: od pierwszego dnia"],
    from_week: ["Od {week} tygodnia po porodzie", "Po porodzie: od {week} tygodnia"],
    from_that_week: "od {week} tygodnia",
    from_once: "{from}: {once}",
    in_stage: ["Tygodnie 1–13: ", "Tygodnie 14–27: ", "Od 28 tygodnia: ", "Po porodzie: "],
    questions: "Częste pytania",
    numbers: [
        "Numer alarmowy",
        "{{Maternity_line_name}}",
        "Poradnia wczesnej ciąży",
        "Przychodnia",
        "Wizyta: {{physio}}",
        "Telefon zaufania",
        "Pilna porada",
    ],
};

/// `template` with each `{name}` replaced by its value.
#[must_use]
pub fn put(template: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(template.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}
