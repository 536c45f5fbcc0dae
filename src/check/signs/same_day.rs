//! Signs to call about the same day. Each row: its tier in the first, second and third trimester, after birth and in no stage of its own.

use super::table::{NO, S, Sign, XS};
use crate::check::words::Patterns;

/// Signs to call about the same day.
pub(super) const SAME_DAY: &[Sign] = &[
    Sign {
        name: "any bleeding",
        by_stage: [S, S, S, NO, S],
        wording: "Any bleeding from your vagina",
        words: Patterns {
            english: &[
                "any bleeding/any vaginal bleeding/spotting/light bleeding/vaginal bleeding/some bleeding/bleeding from your vagina/bleed from your vagina",
                "bleed* - heavy/heavily/soak*/shoulder*/without bleeding/hard/smell*/gum*/easily/no bleeding",
            ],
            spanish: &[
                "cualquier sangrado/sangrado vaginal/manchado/algo de sangrado",
                "sangra* - abundante/mucho/fuerte/empap*/hombro/sin sangrado/duro/dura/mal olor",
            ],
        },
    },
    Sign {
        name: "fluid leaking",
        by_stage: [XS, S, S, NO, S],
        wording: "Fluid leaking from your vagina (clear, pink, green or brown)",
        words: Patterns {
            english: &["fluid/liquid/water/waters + leak*/break/breaks/broke/broken/gush*/trickl*/vagina/coming out"],
            spanish: &["liquido/agua/fuente + perdida/pierde/sale/romp*/rompe/rota/vagina"],
        },
    },
    Sign {
        name: "the baby moving less",
        by_stage: [NO, S, S, NO, S],
        wording: "Your baby moves less, or in a different way (from week 24)",
        words: Patterns {
            english: &[
                "baby/babys/movement*/kick* + move less/moves less/moving less/less often/less movement*/fewer/reduced/not moving/stops moving/stopped moving/no movement*/less than usual/slow down/slows down/slowed/stopped/stop/different way",
            ],
            spanish: &[
                "bebe/movimient*/patad* + mueve menos/menos movimientos/se mueve poco/deja de moverse/no se mueve/dejo de moverse/menos de lo/diferente/menos patad*",
            ],
        },
    },
    Sign {
        name: "tightenings or pain in waves before week 37",
        by_stage: [XS, S, S, NO, XS],
        wording: "Before week 37: back pain, cramps or tightenings that come and go, or pressure low down",
        words: Patterns {
            english: &[
                "tightening*/contraction*/cramp*/pain*/backache/ache/labour pain* + come and go/comes and goes/in waves/waves/before week 37/before 37 weeks - from week 37/after week 37/practice/braxton",
                "tightening*/contraction*/cramp* + regular/every few minutes - from week 37/after week 37/practice/braxton",
                "preterm labour/preterm labor/early labour/early labor/jelly like",
            ],
            spanish: &[
                "contraccion*/colico*/calambre*/dolor*/apreton*/endurecimiento* + va y viene/van y vienen/oleadas/antes de la semana 37/regulares/cada pocos minutos - desde la semana 37/braxton",
                "parto prematuro",
            ],
        },
    },
    Sign {
        name: "a bad headache",
        by_stage: [S, S, S, S, S],
        wording: "Bad headache, blurred sight or flashing lights, pain just under your ribs, or sudden swelling of your face, hands or feet",
        words: Patterns {
            english: &[
                "headache* + bad/severe/strong/very/go away/sight/vision/blur*/flash*/swelling/swollen/will not/does not - worst/droop*/seizure*/sudden headache/sudden bad headache/sudden severe headache/sudden very bad headache",
            ],
            spanish: &[
                "dolor de cabeza/dolores de cabeza + fuerte*/intens*/no se quita/no desaparece/vista/vision/hinchaz*/borros*/luces - peor/convulsi*/repentino/subito",
            ],
        },
    },
    Sign {
        name: "changes in sight",
        by_stage: [S, S, S, S, S],
        wording: "Bad headache, blurred sight or flashing lights, pain just under your ribs, or sudden swelling of your face, hands or feet",
        words: Patterns {
            english: &["sight/vision/eyesight/blur*/flashing lights/see spots/seeing spots/trouble seeing"],
            spanish: &["vista/vision/borros*/luces/ve manchas/dificultad para ver/problemas para ver"],
        },
    },
    Sign {
        name: "sudden swelling",
        by_stage: [NO, S, S, S, S],
        wording: "Bad headache, blurred sight or flashing lights, pain just under your ribs, or sudden swelling of your face, hands or feet",
        words: Patterns {
            english: &["swell*/swollen/puffy + face/hands/sudden*/headache - joint*/leg"],
            spanish: &["hinch* + cara/manos/repentin*/subit*/dolor de cabeza - articulacion*/pierna"],
        },
    },
    Sign {
        name: "pain just under the ribs",
        by_stage: [NO, S, S, S, S],
        wording: "Bad headache, blurred sight or flashing lights, pain just under your ribs, or sudden swelling of your face, hands or feet",
        words: Patterns {
            english: &[
                "pain*/ache + under your rib*/under the rib*/under your right rib*/under right rib*/just under/below your rib*/upper belly - food/eat*/meal*",
            ],
            spanish: &["dolor + debajo de las costillas/bajo las costillas/boca del estomago - comer/comida"],
        },
    },
    Sign {
        name: "fever",
        by_stage: [S, S, S, S, S],
        wording: "Fever of 38 °C (100.4 °F) or more, shivers, pain in your side, or burning when you pee",
        words: Patterns {
            english: &[
                "fever/temperature + 38/100/101/shiver*/chill*/burning/in your side",
                "fever/high temperature - ill/confus*/epidural/spinal/neck/unwell/rib*/no fever/without fever",
            ],
            spanish: &[
                "fiebre + 38/100/escalofrio*/ardor/costado",
                "fiebre - muy enferma/muy mal/confus*/confundida/epidural/costilla*",
            ],
        },
    },
    Sign {
        name: "pain in the side, or burning when you pee",
        by_stage: [S, S, S, S, S],
        wording: "Fever of 38 °C (100.4 °F) or more, shivers, pain in your side, or burning when you pee",
        words: Patterns {
            english: &[
                "pain in your side/pain in the side/side pain/pain in one side/flank + fever*/shiver*/chill*/burn*/pee/urine - leg",
                "kidney infection",
                "burn*/sting* + pee/peeing/wee/urine/urinate/urinating/passing urine",
            ],
            spanish: &[
                "dolor en el costado/dolor en un costado/dolor de costado/infeccion del rinon",
                "ardor/arde + orina*",
            ],
        },
    },
    Sign {
        name: "signs of a clot in one leg",
        by_stage: [S, S, S, S, S],
        wording: "One leg swollen, hot, red, darker or sore",
        words: Patterns {
            english: &["leg/calf/thigh + swollen/swell*/swells/hot/red/clot/warm - joint*/face"],
            spanish: &["pierna/pantorrilla/muslo + hinch*/caliente/roja/coagulo/enroj*"],
        },
    },
    Sign {
        name: "bad itching",
        by_stage: [XS, S, S, XS, XS],
        wording: "Bad itching with no rash, or yellow skin or eyes",
        words: Patterns {
            english: &[
                "itch* + bad/severe/strong/intense/no rash/without a rash/without rash/palms/soles/hands/feet/night/very",
            ],
            spanish: &[
                "picazon/comezon/picor + fuerte/intens*/sin sarpullido/sin erupcion/sin ronchas/palmas/plantas/mucha",
            ],
        },
    },
    Sign {
        name: "yellow skin or eyes",
        by_stage: [XS, XS, S, XS, XS],
        wording: "Bad itching with no rash, or yellow skin or eyes",
        words: Patterns {
            english: &["yellow* + skin/eye/eyes", "jaundice"],
            spanish: &["amarill* + piel/ojos", "ictericia"],
        },
    },
    Sign {
        name: "a bump to the belly",
        by_stage: [XS, S, S, NO, XS],
        wording: "A bump or knock to your belly, even if you feel fine",
        words: Patterns {
            english: &[
                "bump to/bump or knock/knock*/bang*/hit/hits/bumped/blow to/blow or/fall on/fall or + belly/tummy/abdomen/stomach/your bump",
            ],
            spanish: &["golpe*/caida + vientre/barriga/abdomen/panza"],
        },
    },
    Sign {
        name: "pain so bad that you cannot cope",
        by_stage: [S, S, S, XS, XS],
        wording: "Back pain so bad you cannot walk, sleep or cope",
        words: Patterns {
            english: &["pain*/ache + so bad/so strong/so severe/unbearable/cannot cope/cannot bear"],
            spanish: &["dolor + tan fuerte/tan intenso/insoportable/no aguanta/no puede soportar"],
        },
    },
    Sign {
        name: "belly pain on one side",
        by_stage: [S, NO, NO, NO, NO],
        wording: "Low belly pain on one side, or cramps that do not stop",
        words: Patterns {
            english: &["one side/one sided + belly/tummy/abdom* - bleed*"],
            spanish: &["un lado/un solo lado + vientre/barriga/abdom*/pelvi*"],
        },
    },
    Sign {
        name: "pain when you pee or poo, with belly pain",
        by_stage: [S, NO, NO, NO, NO],
        wording: "Pain when you pee or poo, with belly pain",
        words: Patterns {
            english: &[
                "when you pee/when you poo/when you wee/to pee/to poo + belly/tummy/abdom* + pain*/hurts - lose/cannot",
            ],
            spanish: &["al orinar/al evacuar/cuando orina + dolor* + vientre/barriga/abdom*"],
        },
    },
    Sign {
        name: "being sick all the time",
        by_stage: [S, NO, NO, NO, NO],
        wording: "You keep being sick and cannot keep fluids down",
        words: Patterns {
            english: &[
                "keep being sick/keep vomiting/keep fluids down/keep water down/keep nothing down/keep anything down/cannot stop being sick/cannot stop vomiting",
            ],
            spanish: &[
                "no retiene liquidos/no puede retener/vomita todo/vomit* sin parar/no para de vomitar/vomitos constantes",
            ],
        },
    },
    Sign {
        name: "being sick, with high blood pressure illness",
        by_stage: [NO, XS, XS, XS, XS],
        wording: "Being sick (from week 20)",
        words: Patterns { english: &["being sick/vomit*/throwing up"], spanish: &["vomit*/nauseas"] },
    },
    Sign {
        name: "sudden back pain after a small lift or bend",
        by_stage: [NO, XS, S, S, XS],
        wording: "Sudden, bad mid or upper back pain after a small lift, cough or bend",
        words: Patterns {
            english: &["sudden* + bad/very/severe/strong + back/spine + lift/bend/cough - chest"],
            spanish: &["repentin*/subit* + espalda/columna + levant*/agach*/tos* - pecho"],
        },
    },
    Sign {
        name: "pain under the ribs after food",
        by_stage: [XS, S, XS, S, XS],
        wording: "Strong pain under your right ribs or between your shoulder blades after food",
        words: Patterns {
            english: &["pain* + rib*/shoulder blades + food/eat*/meal*"],
            spanish: &["dolor + costilla*/omoplatos + comer/comida"],
        },
    },
    Sign {
        name: "constant upper back pain",
        by_stage: [XS, XS, XS, XS, XS],
        wording: "Constant upper back pain that does not ease with rest or a change of position",
        words: Patterns {
            english: &[
                "constant*/does not ease/never eases/all the time + upper back/between your shoulder blades - hard",
            ],
            spanish: &["constante/no se alivia + parte alta de la espalda/espalda alta/omoplatos - duro/dura"],
        },
    },
    Sign {
        name: "a sore wound or epidural place",
        by_stage: [NO, NO, NO, S, NO],
        wording: "Redness, pus or more pain at your wound, epidural or spinal",
        words: Patterns {
            english: &["red/redness/pus/more pain/oozing/ooze* + wound/epidural/spinal/stitches/scar/cut"],
            spanish: &["enrojec*/rojo/roja/pus/mas dolor + herida/epidural/puntos/cicatriz"],
        },
    },
    Sign {
        name: "a numb patch or weak foot after birth",
        by_stage: [NO, NO, NO, S, NO],
        wording: "A numb patch or weak foot since birth, no worse but not gone",
        words: Patterns {
            english: &["numb patch/weak foot/foot drop/numb foot"],
            spanish: &["pie debil/pie caido/zona adormecida/pie adormecido"],
        },
    },
    Sign {
        name: "bad-smelling bleeding",
        by_stage: [NO, NO, NO, S, NO],
        wording: "Bad-smelling bleeding or strong belly pain",
        words: Patterns {
            english: &["smell* + bleed*/discharge/blood/vagina*"],
            spanish: &["mal olor/huele mal + sangr*/flujo/vagina*"],
        },
    },
];
