//! Treatments, with the best evidence label that the clinical brief (1.0b) gives each one in each stage.

use crate::check::words::Patterns;
use crate::model::handout::{Evidence, Stage};

/// A treatment of the brief's table.
#[derive(Debug)]
pub(super) struct Treatment {
    /// What it is called in a message.
    pub name: &'static str,
    /// How it is named.
    pub words: Patterns,
    /// The best label in the first, second and third trimester, after birth and for the upper back; `None` where the
    /// brief sets none.
    pub best: [Option<Evidence>; 5],
}

/// Recommended.
const REC: Option<Evidence> = Some(Evidence::Recommended);
/// May help.
const MAY: Option<Evidence> = Some(Evidence::MayHelp);
/// Not enough evidence.
const NEE: Option<Evidence> = Some(Evidence::NotEnoughEvidence);
/// Not without a specialist.
const SPO: Option<Evidence> = Some(Evidence::SpecialistOnly);
/// Do not use.
const DNU: Option<Evidence> = Some(Evidence::DoNotUse);
/// As the clinic sees fit.
const ANY: Option<Evidence> = None;

impl Treatment {
    /// The best label that it may have in `stage`.
    pub const fn best_in(&self, stage: Stage) -> Option<Evidence> {
        self.best[match stage {
            Stage::FirstTrimester => 0,
            Stage::SecondTrimester => 1,
            Stage::ThirdTrimester => 2,
            Stage::AfterBirth => 3,
            _ => 4,
        }]
    }

    /// Whether the brief says not to use it in `stage`, or not without a specialist.
    pub fn is_banned_in(&self, stage: Stage) -> bool {
        self.best_in(stage).is_some_and(Evidence::warns)
    }
}

const fn row(
    name: &'static str,
    english: &'static [&'static str],
    spanish: &'static [&'static str],
    best: [Option<Evidence>; 5],
) -> Treatment {
    Treatment { name, words: Patterns { english, spanish }, best }
}

/// The table.
pub(super) const TREATMENTS: &[Treatment] = &[
    row("ibuprofen", &["ibuprofen/nsaid/nsaids/advil/nurofen"], &["ibuprofeno/aine/aines"], [SPO, SPO, DNU, REC, SPO]),
    row(
        "naproxen or diclofenac",
        &["naproxen/diclofenac/voltarol/voltaren"],
        &["naproxeno/diclofenaco"],
        [SPO, SPO, DNU, ANY, SPO],
    ),
    row("aspirin for pain", &["aspirin - low dose"], &["aspirina - dosis baja/dosis bajas"], [SPO, SPO, DNU, DNU, SPO]),
    row(
        "opioids such as codeine",
        &["opioid*/codeine/tramadol/morphine/oxycodone/hydrocodone"],
        &["opioide*/codeina/tramadol/morfina/oxicodona"],
        [SPO; 5],
    ),
    row("pregabalin or gabapentin", &["pregabalin/gabapentin"], &["pregabalina/gabapentina"], [SPO; 5]),
    row(
        "muscle relaxants",
        &["muscle relaxant*/muscle relaxer*/diazepam/cyclobenzaprine"],
        &["relajante* muscular*/relajantes musculares/relajante muscular/diazepam"],
        [SPO; 5],
    ),
    row(
        "PRP or stem cell shots",
        &["prp/platelet*/stem cell*/regenerative"],
        &["prp/plaquetas/celulas madre/celula madre/regenerativ*"],
        [DNU; 5],
    ),
    row(
        "steroid or nerve injections",
        &["steroid + shot*/injection*", "nerve block*/nerve injection*/epidural steroid*"],
        &["esteroide*/cortisona/corticoide* + inyeccion*", "bloqueo nervioso"],
        [SPO; 5],
    ),
    row(
        "hard thrusts to the spine or neck",
        &["thrust*/neck crack*/back crack*/cracking/forceful manipulation/spinal manipulation"],
        &["manipulacion* + column*/espin*/cuello/fuerte*", "crujir el cuello/crujir la espalda/tronar*"],
        [DNU; 5],
    ),
    row("deep belly massage", &["deep belly/deep abdominal/deep tummy"], &["masaje profundo"], [DNU; 5]),
    row(
        "hot tubs, saunas and steam rooms",
        &["hot tub*/sauna*/steam room*/hot yoga/jacuzzi*"],
        &["sauna*/jacuzzi*/tina caliente/bano de vapor/banos de vapor/hidromasaje/yoga caliente"],
        [DNU, DNU, DNU, MAY, DNU],
    ),
    row("cannabis", &["cannabis/marijuana/cbd/hemp"], &["cannabis/marihuana/cbd"], [DNU; 5]),
    row("bed rest", &["bed rest/rest in bed/stay in bed"], &["reposo en cama/quedarse en cama"], [DNU; 5]),
    row("TENS", &["tens - tens of"], &["tens/electroestimulacion"], [DNU, MAY, MAY, MAY, NEE]),
    row("cold packs", &["cold pack*/ice pack*/ice"], &["compresa fria/compresas frias/hielo"], [NEE; 5]),
    row(
        "tape",
        &["tape/taping/kinesiology"],
        &["cinta kinesiologica/vendaje neuromuscular/kinesio*"],
        [NEE, MAY, MAY, NEE, NEE],
    ),
    row("acupuncture", &["acupuncture"], &["acupuntura"], [MAY, MAY, MAY, MAY, NEE]),
    row(
        "acupressure, reflexology, oils, herbs, magnets or posture braces",
        &["acupressure/reflexology/aromatherapy/herbs/herbal/oils/magnet*/posture brace*/craniosacral/homeopath*"],
        &["acupresion/reflexologia/aromaterapia/hierbas/aceites/imanes/homeopat*"],
        [NEE; 5],
    ),
    row("a support belt", &["belt/belts/belly band*/support band*"], &["faja*/cinturon*"], [NEE, MAY, MAY, MAY, NEE]),
    row(
        "hands-on treatment",
        &["hands on/chiropract*/osteopath*"],
        &["quiropract*/osteopat*/terapia manual"],
        [MAY, MAY, MAY, MAY, NEE],
    ),
    row("massage", &["massage*"], &["masaje*"], [MAY; 5]),
    row("water exercise", &["water exercise*/water class*/aquanatal*"], &["ejercicio* en el agua"], [MAY; 5]),
    row("yoga, Pilates or stretching classes", &["yoga/pilates"], &["yoga/pilates"], [MAY; 5]),
    row(
        "warmth",
        &["warm pack*/warm bath*/warmth/heat pack*/heat/hot water bottle*"],
        &["compresa tibia/compresas tibias/bano tibio/calor"],
        [MAY; 5],
    ),
    row("pillows", &["pillow*"], &["almohada*"], [MAY; 5]),
    row("relaxation", &["breathing/relaxation/mindfulness"], &["respiracion/relajacion"], [MAY; 5]),
];
