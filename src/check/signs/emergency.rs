//! Signs of an emergency. Each row: its tier in the first, second and third trimester, after birth and in no stage of its own.

use super::table::{E, NO, Sign, XE};
use crate::check::words::Patterns;

/// Signs of an emergency.
pub(super) const EMERGENCY: &[Sign] = &[
    Sign {
        name: "numb skin between the legs",
        by_stage: [E, E, E, E, E],
        wording: "Numb or tingling skin between your legs, on your genitals or bottom",
        words: Patterns {
            english: &[
                "numb*/tingl*/no feeling/lose feeling/lost feeling/loss of feeling/cannot feel + between your legs/between the legs/saddle/genital*/bottom/groin/private parts/buttocks/vagina - down one leg/down your leg/down the leg/no weakness",
            ],
            spanish: &[
                "adormec*/entumec*/hormigue*/insensib*/no siente/perdida de sensibilidad + entre las piernas/entre sus piernas/genital*/nalgas/gluteos/trasero/ingle/ano/silla de montar",
            ],
        },
    },
    Sign {
        name: "trouble with your bladder or bowel",
        by_stage: [E, E, E, E, E],
        wording: "You cannot pee, cannot feel it when you pee, or you lose control of pee or poo",
        words: Patterns {
            english: &[
                "cannot pee/cannot wee/cannot urinate/unable to pee/unable to urinate/not able to pee/cannot pass urine/cannot pass water/cannot empty your bladder/cannot feel when you pee/cannot feel it when you pee",
                "difficulty/trouble + passing urine/peeing/urinating/weeing",
                "lose control/lost control/loss of control/no control/cannot control/cannot hold + pee/poo/wee/urine/bladder/bowel*/stool*",
            ],
            spanish: &[
                "no puede orinar/no poder orinar/no puede hacer pis/no logra orinar/no siente cuando orina",
                "pierde el control/perdida del control/perdida de control/no controla/no puede controlar + orina*/vejiga/intestin*/heces/pis/caca/evacu*",
            ],
        },
    },
    Sign {
        name: "weak or numb legs",
        by_stage: [E, E, E, E, E],
        wording: "You lose feeling or strength in one or both legs",
        words: Patterns {
            english: &[
                "weak*/lose strength/lost strength/loss of strength/feeling or strength/strength or feeling/no strength/paraly*/give way/gives way/cannot move/go dead + leg/legs - no weakness/without weakness/without any weakness/not weak/no loss of/no leg weakness",
                "feeling/numb/numbness + in one or both legs/in both legs/in your legs/in a leg/in one leg/in the legs/in your leg - no loss of/no numbness/not numb",
                "numb leg/numb legs/legs are numb/legs feel numb/legs go numb/leg goes numb/leg feels numb/leg is numb",
            ],
            spanish: &[
                "debil*/fuerza/parali*/no puede mover + pierna/piernas - sin debilidad/sin perdida/no hay debilidad",
                "sensibilidad/entumec*/adormec* + en una pierna/en las piernas/en una o ambas piernas/en ambas piernas/piernas adormecidas/piernas entumecidas",
            ],
        },
    },
    Sign {
        name: "chest pain",
        by_stage: [E, E, E, E, E],
        wording: "Chest pain, trouble breathing, coughing blood, or fainting",
        words: Patterns {
            english: &["chest + pain*/tight*/pressure/hurts/ache*"],
            spanish: &["pecho + dolor*/opresion/presion/duele"],
        },
    },
    Sign {
        name: "trouble breathing",
        by_stage: [E, E, E, E, E],
        wording: "Chest pain, trouble breathing, coughing blood, or fainting",
        words: Patterns {
            english: &[
                "breath* + trouble/short*/hard/cannot/difficult*/struggl*/out of",
                "breathless*/cough up blood/coughing blood/coughing up blood",
            ],
            spanish: &[
                "respir* + dificultad/cuesta/no puede/problemas/corta",
                "falta de aire/tos con sangre/tose sangre/toser sangre",
            ],
        },
    },
    Sign {
        name: "fainting",
        by_stage: [XE, XE, XE, XE, XE],
        wording: "You faint",
        words: Patterns {
            english: &["faint/fainted/fainting/pass out/passing out/black out/collapse* - feel faint"],
            spanish: &["desmay*/pierde el conocimiento/perdida del conocimiento"],
        },
    },
    Sign {
        name: "a sudden tearing pain in the chest or upper back",
        by_stage: [E, E, E, E, E],
        wording: "Sudden very bad pain in your chest or upper back, like a rip or tear",
        words: Patterns {
            english: &[
                "sudden* + pain* + chest/upper back/between your shoulder blades/between the shoulder blades - lift*/bend*/cough or/headache/food/swelling",
                "rip/tear/tearing/ripping + pain*",
            ],
            spanish: &[
                "repentin*/subit*/de repente + dolor + pecho/parte alta de la espalda/entre los omoplatos/espalda alta - levant*/agach*/cabeza/comer",
                "desgarr* + dolor",
            ],
        },
    },
    Sign {
        name: "heavy bleeding",
        by_stage: [E, E, E, E, E],
        wording: "Heavy bleeding: a pad soaked in an hour or less, or big clots",
        words: Patterns {
            english: &[
                "bleed* + heavy/heavily/soak*/gush*/a lot/pouring/flood* - not heavy/bit heavier/gum*/gums",
                "soak* + pad/pads/towel*",
                "big clot*/large clot*/clots bigger/clots larger",
            ],
            spanish: &[
                "sangr* + abundante/mucho/fuerte/empap*/intens*/hemorragia",
                "empapa* + toalla*/compresa*/apos*",
                "coagulos grandes/hemorragia",
            ],
        },
    },
    Sign {
        name: "strong, constant pain with a hard belly",
        by_stage: [XE, E, E, NO, E],
        wording: "Constant strong belly or back pain with a hard, sore belly",
        words: Patterns {
            english: &[
                "belly/tummy/abdom*/stomach/womb/uterus/bump + hard/rigid/board* + pain*/sore/tender - come and go/comes and goes/waves/tightening*/soft",
            ],
            spanish: &[
                "vientre/barriga/abdomen/panza/utero + duro/dura/rigid* + dolor*/adolorid*/sensible - va y viene/van y vienen/oleadas/contracci*",
            ],
        },
    },
    Sign {
        name: "sudden, sharp belly pain",
        by_stage: [E, NO, NO, NO, NO],
        wording: "Sudden, sharp belly pain, or belly pain with fainting, dizziness or very pale skin",
        words: Patterns {
            english: &[
                "sudden*/sharp*/stabb* + belly/tummy/abdom*/stomach + pain*",
                "belly/tummy/abdom*/stomach + faint*/dizz*/pale/collapse* - shoulder*",
            ],
            spanish: &[
                "repentin*/subit*/agud*/punzante + vientre/barriga/abdom*/estomago",
                "vientre/barriga/abdom*/estomago + desmay*/mare*/palid* - hombro",
            ],
        },
    },
    Sign {
        name: "pain in the tip of the shoulder",
        by_stage: [E, NO, NO, NO, E],
        wording: "Pain in the tip of your shoulder with belly pain, bleeding or feeling faint (early pregnancy)",
        words: Patterns { english: &["tip/tips + shoulder*", "shoulder tip*"], spanish: &["punta + hombro*"] },
    },
    Sign {
        name: "a fit",
        by_stage: [E, E, E, E, E],
        wording: "A fit (seizure), a sudden worst-ever headache, a droopy face, or trouble speaking",
        words: Patterns {
            english: &["a fit/have fits/seizure*/convulsi*"],
            spanish: &["convulsi*/ataque epileptico/crisis epileptica"],
        },
    },
    Sign {
        name: "signs of a stroke",
        by_stage: [E, E, E, E, E],
        wording: "A fit (seizure), a sudden worst-ever headache, a droopy face, or trouble speaking",
        words: Patterns {
            english: &[
                "droop*/slurred/stroke/face drops/face falls/loss of speech",
                "speaking/speech/to speak/talking + trouble/hard/difficult*/cannot/problem*/slur*",
            ],
            spanish: &[
                "cara caida/cara se cae/boca torcida/cara torcida/derrame cerebral",
                "hablar/habla + dificultad/problemas/cuesta/no puede",
            ],
        },
    },
    Sign {
        name: "a sudden, worst-ever headache",
        by_stage: [E, E, E, E, E],
        wording: "A fit (seizure), a sudden worst-ever headache, a droopy face, or trouble speaking",
        words: Patterns {
            english: &[
                "headache* + worst",
                "thunderclap/sudden very bad headache/sudden severe headache/sudden bad headache/sudden headache",
            ],
            spanish: &["dolor de cabeza + peor/repentino/subito"],
        },
    },
    Sign {
        name: "a bad fall, crash or blow",
        by_stage: [E, E, E, XE, E],
        wording: "A bad fall, crash or blow",
        words: Patterns {
            english: &[
                "bad fall/heavy fall/hard fall/serious fall/big fall/crash/car crash/car accident/road accident/bad blow/hard blow/crash or blow/serious injury - even if you feel fine",
            ],
            spanish: &["caida + fuerte/grave/mala", "choque/accidente/golpe fuerte - aunque se sienta bien"],
        },
    },
    Sign {
        name: "feeling very ill or confused, with or without a fever",
        by_stage: [E, E, E, E, E],
        wording: "You feel very ill, with or without fever: confused, fast breathing, or blue, grey or blotchy skin, lips or tongue",
        words: Patterns {
            english: &[
                "fever*/temperature/infection + very ill/very unwell/seriously ill/confus*/blotch*/drows*/grey*/fast breathing",
                "very ill/very unwell/seriously ill/feel ill + confus*/fast breathing/breathe fast/breathing fast/blotch*/grey*/blue",
                "confus* + fast breathing/breathe fast/breathing fast/blotch*/grey skin/blue lips",
                "blue/grey/gray/blotch* + lips/tongue",
            ],
            spanish: &[
                "fiebre/temperatura/infeccion + muy enferma/muy mal/confus*/confundida/rigidez/desorientada/piel azul*/respiracion rapida",
                "muy enferma/muy mal/confus*/confundida + respiracion rapida/respira rapido/piel azul*/labios azul*/piel gris*",
            ],
        },
    },
    Sign {
        name: "a fever with a stiff neck",
        by_stage: [XE, XE, XE, XE, XE],
        wording: "A fever and a neck you cannot bend",
        words: Patterns { english: &["fever*/temperature + neck"], spanish: &["fiebre + cuello/nuca"] },
    },
    Sign {
        name: "thoughts of hurting yourself",
        by_stage: [E, E, E, E, E],
        wording: "You think you may hurt yourself",
        words: Patterns {
            english: &[
                "hurt yourself/harm yourself/hurting yourself/harming yourself/kill yourself/end your life/suicid*/self harm/want to die/take your own life",
            ],
            spanish: &["hacerse dano/lastimarse/danarse/suicid*/quitarse la vida/matarse/autolesion*"],
        },
    },
    Sign {
        name: "thoughts of hurting your baby",
        by_stage: [XE, XE, XE, E, E],
        wording: "You think you may hurt yourself or your baby",
        words: Patterns {
            english: &[
                "hurt/harm/hurting/harming + yourself or your baby/your baby or yourself/hurt your baby/harm your baby/hurting your baby/harming your baby/the baby",
            ],
            spanish: &["dano/lastim*/danar + a su bebe/al bebe/o a su bebe/su bebe"],
        },
    },
    Sign {
        name: "hearing or seeing things that others do not",
        by_stage: [NO, NO, NO, E, NO],
        wording: "You hear or see things others do not, or feel out of touch",
        words: Patterns {
            english: &[
                "hear or see things/see or hear things/hearing voices/hear voices/hallucinat*/out of touch/things others do not/things that are not there",
            ],
            spanish: &[
                "oye o ve cosas/ve u oye cosas/oye voces/alucina*/fuera de la realidad/cosas que otros no/cosas que no estan",
            ],
        },
    },
    Sign {
        name: "the baby coming, or the cord",
        by_stage: [NO, XE, E, NO, XE],
        wording: "You feel the baby coming, or you see or feel the cord",
        words: Patterns {
            english: &["baby coming/baby is coming/need to push/urge to push", "cord + see/feel/show*/umbilical"],
            spanish: &["bebe viene/bebe ya viene/sale el bebe/ganas de pujar", "cordon + ve/siente/umbilical"],
        },
    },
    Sign {
        name: "fever after an epidural or spinal",
        by_stage: [NO, NO, NO, E, XE],
        wording: "New, bad back pain with fever after an epidural or spinal",
        words: Patterns { english: &["epidural/spinal + fever"], spanish: &["epidural/raquidea + fiebre"] },
    },
];
