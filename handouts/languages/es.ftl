# Spanish: plain words with `usted`, in the terms of part 5 of the clinical brief. A draft: a qualified medical translator
# and readers from the clinic's own community must review it before print.

## What a leaflet says of itself

about = Sobre este folleto
contact = Cómo comunicarse con nosotros
published-by = Publicado por { $clinic }.
written-by = Escrito por { $author }.
approved-by = Aprobado por { $names }.
not-covered = Esto no incluye: { $names }.
safety-box = cómo hacer ejercicio sin riesgo
chosen-for-you = Sus ejercicios y la cantidad se eligieron para usted: vea “Entregada por”.
versions = Versión { $version }, { $published }. Revisar antes del { $review }.
versions-short = Versión { $version }, { $published }. Revisar antes de { $review }
other-formats = Díganos si necesita este folleto en letra grande o en otro idioma.
subject = Folleto para pacientes: { $title }
sources = De dónde viene esta información
sources-on-request = Cada dato de este folleto viene de una fuente que podemos mostrarle. Pídanos la lista.
whole-leaflet-at = Esta es una versión corta. El folleto completo está en { $address }.
whole-leaflet-ask = Esta es una versión corta. Pídanos el folleto completo.
qr-code = Código QR que lleva a { $address }

## Warnings on every page

draft = Borrador: aún no aprobado por un profesional de la salud
draft-half-approved = Borrador: aún faltan aprobaciones
draft-partly-approved = Borrador: no todo está aprobado
draft-translation = Borrador: esta traducción aún no está aprobada
with-errors = BORRADOR con errores: no lo entregue a pacientes
overdue = Ya pasó su fecha de revisión: pida uno más nuevo
sample = Muestra: no es para pacientes

## Pages

page = { $page } de { $pages }
continued = { $title } (continuación)

## Treatments

evidence-recommended = Recomendado
evidence-may-help = Puede ayudar
evidence-not-enough = No hay pruebas suficientes
evidence-specialist = Solo con un especialista
evidence-do-not-use = No lo use

## Exercises

start = Inicio:
stop-if = Deténgase si
also-good = Estos también son buenos para usted ahora: { $names }.

## To write on

notes = Mis notas y preguntas para la próxima visita
week = Mi semana
week-hint = ¿Qué hizo? ¿Cómo fue su dolor, de 0 a 10?

## Lists

list-separator = ,{" "}
list = { $before } y { $last }

## Days

monday = lunes
tuesday = martes
wednesday = miércoles
thursday = jueves
friday = viernes
saturday = sábado
sunday = domingo
monday-short = lun
tuesday-short = mar
wednesday-short = mié
thursday-short = jue
friday-short = vie
saturday-short = sáb
sunday-short = dom
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
month-after-day = { month }
date = { $day } de { $month } de { $year }
month-and-year = { $month } de { $year }

## Doses

dose-range = { $least } a { $most }
dose-separator = ,{" "}
dose-times =
    { $n ->
        [one] una vez
       *[other] { $count } veces
    }
dose-sets-of-times =
    { $n ->
        [one] { $sets } serie de { $times }
       *[other] { $sets } series de { $times }
    }
dose-sets =
    { $n ->
        [one] { $count } serie
       *[other] { $count } series
    }
dose-sets-of-length =
    { $n ->
        [one] { $length }
       *[other] { $sets } veces { $length }
    }
dose-each-side = de cada lado
dose-left-side = solo del lado izquierdo
dose-right-side = solo del lado derecho
dose-hold =
    { $n ->
        [one] mantenga { $count } segundo
       *[other] mantenga { $count } segundos
    }
dose-seconds =
    { $n ->
        [one] { $count } segundo
       *[other] { $count } segundos
    }
dose-minutes =
    { $n ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }
dose-times-a-day =
    { $n ->
        [one] una vez al día
       *[other] { $count } veces al día
    }
dose-days-a-week =
    { $n ->
        [one] { $count } día a la semana
       *[other] { $count } días a la semana
    }
dose-every-day = todos los días

## Personal sheets

sheet-title = { $title }: hoja personal
sheet-subject = Hoja personal de ejercicios: { $title }
sheet-pill = Su hoja personal
patient-name = Nombre
visit-date = Fecha
week-by-hand = Semana
weeks-of-pregnancy = Semanas de embarazo
weeks-after-birth = Semanas desde el parto
weeks =
    { $n ->
        [one] 1 semana
       *[other] { $n } semanas
    }
days =
    { $n ->
        [one] 1 día
       *[other] { $n } días
    }
weeks-and-days = { $weeks } + { $days }
next-visit = Próxima visita
given-by = Entregada por
this-leaflet = Esta hoja
note = Una nota para usted
for-you = Para usted:
diary = Su semana
diary-hint = Marque una casilla cada vez que haga un ejercicio ese día.
diary-exercise = Ejercicio
exercise-safely = Haga ejercicio sin riesgo
although = Indicado aunque { $reason }: { $because }
although-by = Indicado por { $clinician } aunque { $reason }: { $because }
reason-on-back = se hace boca arriba y no se aconseja después de la semana { $week }
reason-not-after = no se aconseja después de la semana { $week }
reason-not-before = no se aconseja antes de la semana { $week }
reason-after-birth = no se aconseja antes de la semana { $week } después del parto
reason-stage = es para otra etapa
