//! The language's own words: headings, labels and sentences that every leaflet shares.

use crate::model::handout::{ContactNumber, Evidence};
use crate::model::locale::Locale;

/// The words of one locale. `{{…}}` are placeholders as in handouts; `{…}` are filled in where the words are used.
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
    /// Before how an exercise starts.
    pub start: &'static str,
    /// Before when to stop an exercise.
    pub stop_if: &'static str,
    /// The exercises without a card, `{names}` in it.
    pub also: &'static str,
    /// Before the last of several.
    pub and: &'static str,
    /// Heading of the questions.
    pub questions: &'static str,
    /// Heading of the help box.
    pub seek_care: &'static str,
    /// What to do for emergency signs.
    pub emergency: &'static str,
    /// What to do for same-day signs.
    pub same_day: &'static str,
    /// What to do for routine signs.
    pub routine: &'static str,
    /// Evidence labels, from best to worst.
    pub evidence: [&'static str; 5],
    /// Who answers each number, in the order of [`ContactNumber`].
    pub numbers: [&'static str; 7],
    /// Heading of the notes.
    pub notes: &'static str,
    /// Heading of a week to write on.
    pub week: &'static str,
    /// What to write for each day.
    pub week_hint: &'static str,
    /// The days, Monday first.
    pub days: [&'static str; 7],
    /// Where the whole leaflet can be had, `{address}` in it.
    pub elsewhere: &'static str,
    /// The same for a clinic without an address.
    pub elsewhere_unnamed: &'static str,
    /// What a QR code shows, `{address}` in it.
    pub qr: &'static str,
    /// Heading of the imprint.
    pub about: &'static str,
    /// Heading of the contacts.
    pub contact: &'static str,
    /// Heading of the sources.
    pub sources: &'static str,
    /// How to get the sources.
    pub sources_on_request: &'static str,
    /// How to get large print or another language.
    pub other_formats: &'static str,
    /// `Published by {clinic}`.
    pub published_by: &'static str,
    /// `Written by {author}`.
    pub written_by: &'static str,
    /// `Approved by {names}`.
    pub approved_by: &'static str,
    /// `Version {version}, {published}. Review by {review}.`
    pub dates: &'static str,
    /// The same for the foot.
    pub foot: &'static str,
    /// The warning on a leaflet that no clinician has approved.
    pub draft: &'static str,
    /// The warning on a leaflet that some have approved, but not all who must.
    pub half_approved: &'static str,
    /// The warning on a personal sheet that prints what is no part of the approved leaflet.
    pub partly_approved: &'static str,
    /// What of a personal sheet is no part of the approved leaflet: `{names}`.
    pub beyond: &'static str,
    /// The safety box, where it is named in `beyond`.
    pub safety_box: &'static str,
    /// Whose act the choice of exercises on a personal sheet is.
    pub chosen: &'static str,
    /// The warning on a leaflet that was built in spite of errors.
    pub with_errors: &'static str,
    /// The warning on a leaflet past its review date.
    pub overdue: &'static str,
    /// The warning under a sample brand.
    pub sample: &'static str,
    /// The heading of a box that goes on on the next page, `{title}` in it.
    pub continued: &'static str,
    /// The page number.
    pub page: &'static str,
    /// What the document is about, `{title}` in it.
    pub subject: &'static str,
}

impl Strings {
    /// The words of `locale`.
    #[must_use]
    pub const fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::EnGb => &EN_GB,
            Locale::EnUs => &EN_US,
            Locale::EsUs => &ES_US,
            Locale::Ar => &AR,
        }
    }

    /// The label of an evidence level.
    #[must_use]
    pub const fn evidence(&self, evidence: Evidence) -> &'static str {
        self.evidence[match evidence {
            Evidence::Recommended => 0,
            Evidence::MayHelp => 1,
            Evidence::NotEnoughEvidence => 2,
            Evidence::SpecialistOnly => 3,
            Evidence::DoNotUse => 4,
        }]
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

const EN_GB: Strings = Strings {
    causes: "Why your back hurts",
    prevention: "What you can do each day",
    treatments: "What helps",
    exercises: "Exercises for you now",
    from_day_one: ["From day 1", "After birth: from day 1"],
    from_week: ["From week {week} after birth", "After birth: from week {week}"],
    from_that_week: "from week {week}",
    from_once: "{from}, once {once}",
    in_stage: ["Weeks 1 to 13: ", "Weeks 14 to 27: ", "From week 28: ", "After birth: "],
    start: "Start: ",
    stop_if: "Stop if ",
    also: "These are good for you now, too: {names}.",
    and: "and",
    questions: "Questions people ask",
    seek_care: "When to get help",
    emergency: "Call {{emergency_number}} or go to {{emergency_department}} now",
    same_day: "Call the {{maternity_line_name}} now, day or night",
    routine: "Book a visit with your midwife, {{gp}} or {{physiotherapist}}",
    evidence: ["Recommended", "May help", "Not enough proof", "Not without a specialist", "Do not use"],
    numbers: [
        "Emergency",
        "{{Maternity_line_name}}",
        "Early pregnancy unit",
        "Clinic",
        "Book a {{physio}}",
        "Crisis line",
        "Urgent advice line",
    ],
    notes: "My notes and questions for my next visit",
    week: "My week",
    week_hint: "What did you do? How was your pain, from 0 to 10?",
    days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    elsewhere: "This is a short version. The whole leaflet is at {address}.",
    elsewhere_unnamed: "This is a short version. Ask us for the whole leaflet.",
    qr: "QR code that leads to {address}",
    about: "About this leaflet",
    contact: "How to reach us",
    sources: "Where this comes from",
    sources_on_request: "Every fact here comes from a source we can show you. Ask us for the list.",
    other_formats: "Ask us if you need this in large print or in another language.",
    published_by: "Published by {clinic}.",
    written_by: "Written by {author}.",
    approved_by: "Approved by {names}.",
    dates: "Version {version}, {published}. Review by {review}.",
    foot: "Version {version}, {published}. Review by {review}",
    draft: "Draft: not yet approved by a clinician",
    half_approved: "Draft: not yet approved by all who must",
    partly_approved: "Draft: not all of this is approved",
    beyond: "This does not cover: {names}.",
    safety_box: "how to exercise safely",
    chosen: "Your exercises, and how much to do, were chosen for you: see “Given by”.",
    with_errors: "DRAFT with errors: do not give to patients",
    overdue: "Past its review date: ask for a newer one",
    sample: "Sample: not for patients",
    continued: "{title} (continued)",
    page: "{page} of {pages}",
    subject: "Patient leaflet: {title}",
};

const EN_US: Strings = Strings {
    routine: "Book a visit with your midwife, {{gp}} or {{physiotherapist}}",
    numbers: [
        "Emergency",
        "{{Maternity_line_name}}",
        "Early pregnancy unit",
        "Clinic",
        "Book a {{physio}}",
        "Crisis line",
        "Urgent advice line",
    ],
    ..EN_GB
};

/// Plain Spanish with `usted`, in the terms of part 5 of the clinical brief. A draft: a qualified medical translator and
/// readers from the clinic's own community must review it before print.
const ES_US: Strings = Strings {
    causes: "Por qué le duele la espalda",
    prevention: "Qué puede hacer cada día",
    treatments: "Qué ayuda",
    exercises: "Ejercicios para usted ahora",
    from_day_one: ["Desde el primer día", "Después del parto: desde el primer día"],
    from_week: ["Desde la semana {week} después del parto", "Después del parto: desde la semana {week}"],
    from_that_week: "desde la semana {week}",
    from_once: "{from}: {once}",
    in_stage: ["Semanas 1 a 13: ", "Semanas 14 a 27: ", "Desde la semana 28: ", "Después del parto: "],
    start: "Inicio: ",
    stop_if: "Deténgase si ",
    also: "Estos también son buenos para usted ahora: {names}.",
    and: "y",
    questions: "Preguntas frecuentes",
    seek_care: "Cuándo pedir ayuda",
    emergency: "Llame al {{emergency_number}} o vaya a {{emergency_department}} ahora",
    same_day: "Llame ahora a la {{maternity_line_name}}, de día o de noche",
    routine: "Haga una cita con su partera, {{gp}} o {{physiotherapist}}",
    evidence: ["Recomendado", "Puede ayudar", "No hay pruebas suficientes", "Solo con un especialista", "No lo use"],
    numbers: [
        "Emergencia",
        "{{Maternity_line_name}}",
        "Unidad de embarazo temprano",
        "Clínica",
        "Cita con {{physio}}",
        "Línea de crisis",
        "Línea de urgencias",
    ],
    notes: "Mis notas y preguntas para la próxima visita",
    week: "Mi semana",
    week_hint: "¿Qué hizo? ¿Cómo fue su dolor, de 0 a 10?",
    days: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    elsewhere: "Esta es una versión corta. El folleto completo está en {address}.",
    elsewhere_unnamed: "Esta es una versión corta. Pídanos el folleto completo.",
    qr: "Código QR que lleva a {address}",
    about: "Sobre este folleto",
    contact: "Cómo comunicarse con nosotros",
    sources: "De dónde viene esta información",
    sources_on_request: "Cada dato de este folleto viene de una fuente que podemos mostrarle. Pídanos la lista.",
    other_formats: "Díganos si necesita este folleto en letra grande o en otro idioma.",
    published_by: "Publicado por {clinic}.",
    written_by: "Escrito por {author}.",
    approved_by: "Aprobado por {names}.",
    dates: "Versión {version}, {published}. Revisar antes del {review}.",
    foot: "Versión {version}, {published}. Revisar antes de {review}",
    draft: "Borrador: aún no aprobado por un profesional de la salud",
    half_approved: "Borrador: aún faltan aprobaciones",
    partly_approved: "Borrador: no todo está aprobado",
    beyond: "Esto no incluye: {names}.",
    safety_box: "cómo hacer ejercicio sin riesgo",
    chosen: "Sus ejercicios y la cantidad se eligieron para usted: vea “Entregada por”.",
    with_errors: "BORRADOR con errores: no lo entregue a pacientes",
    overdue: "Ya pasó su fecha de revisión: pida uno más nuevo",
    sample: "Muestra: no es para pacientes",
    continued: "{title} (continuación)",
    page: "{page} de {pages}",
    subject: "Folleto para pacientes: {title}",
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
    start: "البداية: ",
    stop_if: "توقفي إذا ",
    also: "وهذه مفيدة لك أيضاً: {names}.",
    and: "و",
    questions: "أسئلة شائعة",
    seek_care: "متى تطلبين المساعدة",
    emergency: "اتصلي بالرقم {{emergency_number}} الآن",
    same_day: "اتصلي بخط الولادة الآن، ليلاً أو نهاراً",
    routine: "احجزي موعداً",
    evidence: ["موصى به", "قد يساعد", "الأدلة غير كافية", "ليس دون طبيب مختص", "لا تستعمليه"],
    numbers: [
        "الطوارئ",
        "خط الولادة",
        "وحدة الحمل المبكر",
        "العيادة",
        "العلاج الطبيعي",
        "خط الأزمات",
        "خط الرعاية العاجلة",
    ],
    notes: "ملاحظاتي وأسئلتي للزيارة القادمة",
    week: "أسبوعي",
    week_hint: "ماذا فعلت؟ كم كان ألمك من 0 إلى 10؟",
    days: ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
    elsewhere: "هذه نسخة مختصرة. النشرة الكاملة على {address}.",
    elsewhere_unnamed: "هذه نسخة مختصرة. اطلبي منا النشرة الكاملة.",
    qr: "رمز QR يقود إلى {address}",
    about: "عن هذه النشرة",
    contact: "كيف تتواصلين معنا",
    sources: "من أين جاءت هذه المعلومات",
    sources_on_request: "لكل معلومة هنا مصدر يمكننا عرضه عليك. اطلبي القائمة منا.",
    other_formats: "أخبرينا إذا احتجت إلى هذه النشرة بخط كبير أو بلغة أخرى.",
    published_by: "الناشر: {clinic}.",
    written_by: "إعداد: {author}.",
    approved_by: "اعتمدها: {names}.",
    dates: "الإصدار {version}، {published}. تراجع قبل {review}.",
    foot: "الإصدار {version}، {published}. تراجع قبل {review}",
    draft: "مسودة: لم يعتمدها طبيب بعد",
    half_approved: "مسودة: لم يكتمل اعتمادها بعد",
    partly_approved: "مسودة: لم يعتمد كل ما فيها",
    beyond: "لا يشمل ذلك: {names}.",
    safety_box: "كيف تتمرنين بأمان",
    chosen: "اختيرت تمارينك ومقدارها لك: انظري «أعطتها».",
    with_errors: "مسودة فيها أخطاء: لا تعطى للمرضى",
    overdue: "انتهى موعد مراجعتها: اطلبي نسخة أحدث",
    sample: "عينة: ليست للمرضى",
    continued: "{title} (تابع)",
    page: "{page} من {pages}",
    subject: "نشرة للمرضى: {title}",
};

/// `template` with each `{name}` replaced by its value.
#[must_use]
pub fn put(template: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(template.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}
