# Spanish: plain words with `usted`, in the terms of part 5 of the clinical brief. A draft: a qualified medical translator
# and readers from the clinic's own community must review it before print.

## What a leaflet says of itself

# of: 42bfd856
about = Sobre este folleto
# of: a9d69c19
contact = Cómo comunicarse con nosotros
# of: 0a8df495
contact-phone = Clínica
# of: 4538f2dc
contact-emergency = Emergencia
# of: f60825de
published-by = Publicado por { $clinic }.
# of: 91dec31a
written-by = Escrito por { $author }.
# of: f9ae2df8
approved-by = Aprobado por { $names }.
# of: d6c0a146
not-covered = Esto no incluye: { $names }.
# of: eff89482
chosen-for-you = Sus ejercicios y la cantidad se eligieron para usted: vea “Entregada por”.
# of: b452c02d
versions = Versión { $version }, { $published }. Revisar antes del { $review }.
# of: 048e7b7f
versions-short = Versión { $version }, { $published }. Revisar antes de { $review }
# of: c6fa3361
other-formats = Díganos si necesita este folleto en letra grande o en otro idioma.
# of: 46f51cad
subject = Folleto para pacientes: { $title }
# of: 288a167e
sources = De dónde viene esta información
# of: 64691eab
sources-on-request = Cada dato de este folleto viene de una fuente que podemos mostrarle. Pídanos la lista.
# of: 3c859a01
whole-leaflet-at = Esta es una versión corta. El folleto completo está en { $address }.
# of: 8d6773b7
whole-leaflet-ask = Esta es una versión corta. Pídanos el folleto completo.
# of: 06b98041
qr-code = Código QR que lleva a { $address }

## Warnings on every page

# of: c79b0e50
draft = Borrador: aún no aprobado por un profesional de la salud
# of: a3eeefa1
draft-half-approved = Borrador: aún faltan aprobaciones
# of: 1a9ed4c7
draft-partly-approved = Borrador: no todo está aprobado
# of: 2980a6be
draft-translation = Borrador: esta traducción aún no está aprobada
# of: a180075f
with-errors = BORRADOR con errores: no lo entregue a pacientes
# of: cdbc0a7f
overdue = Ya pasó su fecha de revisión: pida uno más nuevo
# of: 5ab2b12d
sample = Muestra: no es para pacientes

## Pages

# of: 9833019a
page = { $page } de { $pages }
# of: f64e0137
continued = { $title } (continuación)

## Treatments

# of: d70604e8
evidence-recommended = Recomendado
# of: fb560b35
evidence-may-help = Puede ayudar
# of: b45c8021
evidence-not-enough = No hay pruebas suficientes
# of: 7c0c8186
evidence-specialist = Solo con un especialista
# of: ebf60205
evidence-do-not-use = No lo use

## Exercises

# of: 84cc09ea
start = Inicio:
# of: 54e98cc7
stop-if = Deténgase si
# of: f1d87355
also-good = Estos también son buenos para usted ahora: { $names }.

## To write on

# of: 01bc5bfb
notes = Mis notas y preguntas para la próxima visita
# of: f0d10691
week = Mi semana
# of: 19d6b68b
week-hint = ¿Qué hizo? ¿Cómo fue su dolor, de 0 a 10?

## Lists

# of: d9f0b67a
list-separator = ,{" "}
# of: cb501828
list = { $before } y { $last }

## Days

# of: 6a00dfc1
monday = lunes
# of: 7d8af1de
tuesday = martes
# of: c0a6cc82
wednesday = miércoles
# of: fc266206
thursday = jueves
# of: e21f3f37
friday = viernes
# of: dbe35c73
saturday = sábado
# of: 873fef76
sunday = domingo
# of: f40d7f51
monday-short = lun
# of: d1eb39b0
tuesday-short = mar
# of: 58339f45
wednesday-short = mié
# of: 7da11212
thursday-short = jue
# of: 66dab40c
friday-short = vie
# of: fdeb71b5
saturday-short = sáb
# of: db18f17f
sunday-short = dom
# of: 5dec647e
month =
    { $number ->
        [1] enero
        [2] febrero
        [3] marzo
        [4] abril
        [5] mayo
        [6] junio
        [7] julio
        [8] agosto
        [9] septiembre
        [10] octubre
        [11] noviembre
       *[12] diciembre
    }
# of: 213fc7d4
month-after-day = { month }
# of: 5e7ade55
date = { $day } de { $month } de { $year }
# of: 2344c2a4
month-and-year = { $month } de { $year }

## Doses

# of: 34f9f231
dose-range = { $least } a { $most }
# of: d9f0b67a
dose-separator = ,{" "}
# of: ac699d92
dose-times =
    { $n ->
        [one] una vez
       *[other] { $count } veces
    }
# of: d8bed49d
dose-sets-of-times =
    { $n ->
        [one] { $sets } serie de { $times }
       *[other] { $sets } series de { $times }
    }
# of: 56108529
dose-sets =
    { $n ->
        [one] { $count } serie
       *[other] { $count } series
    }
# of: 169b0a2c
dose-sets-of-length =
    { $n ->
        [one] { $length }
       *[other] { $sets } veces { $length }
    }
# of: 2961d424
dose-each-side = de cada lado
# of: 7e0b2b61
dose-left-side = solo del lado izquierdo
# of: 3a09e5d0
dose-right-side = solo del lado derecho
# of: b25aedd4
dose-hold =
    { $n ->
        [one] mantenga { $count } segundo
       *[other] mantenga { $count } segundos
    }
# of: e791087a
dose-seconds =
    { $n ->
        [one] { $count } segundo
       *[other] { $count } segundos
    }
# of: da3f67ac
dose-minutes =
    { $n ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }
# of: d8f0ce35
dose-times-a-day =
    { $n ->
        [one] una vez al día
       *[other] { $count } veces al día
    }
# of: 1eb613c7
dose-days-a-week =
    { $n ->
        [one] { $count } día a la semana
       *[other] { $count } días a la semana
    }
# of: ed28f6ca
dose-every-day = todos los días

## Personal sheets

# of: 6b339b90
sheet-title = { $title }: hoja personal
# of: 871a63f9
sheet-subject = Hoja personal de ejercicios: { $title }
# of: 04633af5
sheet-pill = Su hoja personal
# of: dcd1d522
patient-name = Nombre
# of: 99c40ab4
visit-date = Fecha
# of: e78041ab
week-by-hand = Semana
# of: 7f76f0f6
weeks-of-pregnancy = Semanas de embarazo
# of: 5c6ee4bf
weeks-after-birth = Semanas desde el parto
# of: 7e66cbba
weeks =
    { $n ->
        [one] 1 semana
       *[other] { $n } semanas
    }
# of: 8183e77e
days =
    { $n ->
        [one] 1 día
       *[other] { $n } días
    }
# of: e401485a
weeks-and-days = { $weeks } + { $days }
# of: a5608163
next-visit = Próxima visita
# of: 6b89e9e5
given-by = Entregada por
# of: ddc71b9f
this-leaflet = Esta hoja
# of: 7975fc6a
note = Una nota para usted
# of: 112b0bab
for-you = Para usted:
# of: b21fa43e
diary = Su semana
# of: 41445e35
diary-hint = Marque una casilla cada vez que haga un ejercicio ese día.
# of: 9bc3516b
diary-exercise = Ejercicio
# of: f976ae9b
exercise-safely = Haga ejercicio sin riesgo
# of: 98470689
although = Indicado aunque { $reason }: { $because }
# of: f6baf193
although-by = Indicado por { $clinician } aunque { $reason }: { $because }
# of: 1cd98495
reason-on-back = se hace boca arriba y no se aconseja después de la semana { $week }
# of: f8559cdc
reason-not-after = no se aconseja después de la semana { $week }
# of: f99b2869
reason-not-before = no se aconseja antes de la semana { $week }
# of: 3b563192
reason-after-birth = no se aconseja antes de la semana { $week } después del parto
# of: 5a73c5e8
reason-stage = es para otra etapa
