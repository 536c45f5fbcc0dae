# Polish. A draft: a qualified medical translator and readers from the clinic's own community must review it before print.

## What a leaflet says of itself

# of: 42bfd856
about = O tej ulotce
# of: a9d69c19
contact = Jak się z nami skontaktować
# of: 0a8df495
contact-phone = Przychodnia
# of: 4538f2dc
contact-emergency = Numer alarmowy
# of: f60825de
published-by = Wydawca: { $clinic }.
# of: 91dec31a
written-by = Autor: { $author }.
# of: f9ae2df8
approved-by = Zatwierdzili: { $names }.
# of: d6c0a146
not-covered = Nie obejmuje to: { $names }.
# of: eff89482
chosen-for-you = Ćwiczenia i ich liczba zostały dobrane dla Ciebie: patrz „Od kogo”.
# of: b452c02d
versions = Wersja { $version }, { $published }. Termin przeglądu: { $review }.
# of: 048e7b7f
versions-short = Wersja { $version }, { $published }. Termin przeglądu: { $review }
# of: c6fa3361
other-formats = Powiedz nam, jeśli potrzebujesz tej ulotki dużym drukiem lub w innym języku.
# of: 46f51cad
subject = Ulotka dla pacjentek: { $title }
# of: 288a167e
sources = Skąd pochodzą te informacje
# of: 64691eab
sources-on-request = Każda informacja pochodzi ze źródła, które możemy pokazać. Poproś nas o listę.
# of: 3c859a01
whole-leaflet-at = To jest krótka wersja. Cała ulotka: { $address }.
# of: 8d6773b7
whole-leaflet-ask = To jest krótka wersja. Poproś nas o całą ulotkę.
# of: 06b98041
qr-code = Kod QR, który prowadzi do { $address }

## Warnings on every page

# of: c79b0e50
draft = Wersja robocza: bez zatwierdzenia przez personel medyczny
# of: a3eeefa1
draft-half-approved = Wersja robocza: nie wszyscy ją zatwierdzili
# of: 1a9ed4c7
draft-partly-approved = Wersja robocza: nie wszystko jest zatwierdzone
# of: 2980a6be
draft-translation = Wersja robocza: tłumaczenie nie jest zatwierdzone
# of: a180075f
with-errors = WERSJA ROBOCZA z błędami: nie dawać pacjentkom
# of: cdbc0a7f
overdue = Po terminie przeglądu: poproś o nowszą
# of: 5ab2b12d
sample = Wzór: nie dla pacjentek

## Pages

# of: 9833019a
page = { $page } z { $pages }
# of: f64e0137
continued = { $title } (ciąg dalszy)

## Treatments

# of: d70604e8
evidence-recommended = Zalecane
# of: fb560b35
evidence-may-help = Może pomóc
# of: b45c8021
evidence-not-enough = Za mało dowodów
# of: 7c0c8186
evidence-specialist = Tylko za zgodą specjalisty
# of: ebf60205
evidence-do-not-use = Nie stosuj

## Exercises

# of: 84cc09ea
start = Pozycja wyjściowa:
# of: 54e98cc7
stop-if = Przerwij, jeśli
# of: f1d87355
also-good = Te ćwiczenia też są teraz dla Ciebie dobre: { $names }.

## To write on

# of: 01bc5bfb
notes = Moje notatki i pytania na następną wizytę
# of: f0d10691
week = Mój tydzień
# of: 19d6b68b
week-hint = Co robiłaś? Jak silny był ból, od 0 do 10?

## Lists

# of: d9f0b67a
list-separator = ,{" "}
# of: cb501828
list = { $before } i { $last }

## Days

# of: 6a00dfc1
monday = poniedziałek
# of: 7d8af1de
tuesday = wtorek
# of: c0a6cc82
wednesday = środa
# of: fc266206
thursday = czwartek
# of: e21f3f37
friday = piątek
# of: dbe35c73
saturday = sobota
# of: 873fef76
sunday = niedziela
# of: f40d7f51
monday-short = pon.
# of: d1eb39b0
tuesday-short = wt.
# of: 58339f45
wednesday-short = śr.
# of: 7da11212
thursday-short = czw.
# of: 66dab40c
friday-short = pt.
# of: fdeb71b5
saturday-short = sob.
# of: db18f17f
sunday-short = niedz.
# of: 5dec647e
month =
    { $number ->
        [1] styczeń
        [2] luty
        [3] marzec
        [4] kwiecień
        [5] maj
        [6] czerwiec
        [7] lipiec
        [8] sierpień
        [9] wrzesień
        [10] październik
        [11] listopad
       *[12] grudzień
    }
# of: 213fc7d4
month-after-day =
    { $number ->
        [1] stycznia
        [2] lutego
        [3] marca
        [4] kwietnia
        [5] maja
        [6] czerwca
        [7] lipca
        [8] sierpnia
        [9] września
        [10] października
        [11] listopada
       *[12] grudnia
    }
# of: 5e7ade55
date = { $day } { $month } { $year }
# of: 2344c2a4
month-and-year = { $month } { $year }

## Doses

# of: 34f9f231
dose-range = { $least } do { $most }
# of: d9f0b67a
dose-separator = ,{" "}
# of: ac699d92
dose-times =
    { $n ->
        [one] { $count } powtórzenie
        [few] { $count } powtórzenia
       *[many] { $count } powtórzeń
    }
# of: d8bed49d
dose-sets-of-times =
    { $n ->
        [one] { $sets } seria
        [few] { $sets } serie
       *[many] { $sets } serii
    } po { $times } { $n-times ->
        [one] powtórzeniu
       *[many] powtórzeń
    }
# of: 56108529
dose-sets =
    { $n ->
        [one] { $count } seria
        [few] { $count } serie
       *[many] { $count } serii
    }
# of: 169b0a2c
dose-sets-of-length =
    { $n ->
        [one] { $length }
       *[many] { $sets } razy { $length }
    }
# of: 2961d424
dose-each-side = na każdą stronę
# of: 7e0b2b61
dose-left-side = tylko na lewą stronę
# of: 3a09e5d0
dose-right-side = tylko na prawą stronę
# of: b25aedd4
dose-hold =
    { $n ->
        [one] przytrzymaj { $count } sekundę
        [few] przytrzymaj { $count } sekundy
       *[many] przytrzymaj { $count } sekund
    }
# of: e791087a
dose-seconds =
    { $n ->
        [one] { $count } sekunda
        [few] { $count } sekundy
       *[many] { $count } sekund
    }
# of: da3f67ac
dose-minutes =
    { $n ->
        [one] { $count } minuta
        [few] { $count } minuty
       *[many] { $count } minut
    }
# of: d8f0ce35
dose-times-a-day =
    { $n ->
        [one] raz dziennie
       *[many] { $count } razy dziennie
    }
# of: 1eb613c7
dose-days-a-week =
    { $n ->
        [one] { $count } dzień w tygodniu
       *[many] { $count } dni w tygodniu
    }
# of: ed28f6ca
dose-every-day = codziennie

## Personal sheets

# of: 6b339b90
sheet-title = { $title }: karta osobista
# of: 871a63f9
sheet-subject = Osobista karta ćwiczeń: { $title }
# of: 04633af5
sheet-pill = Twoja karta osobista
# of: dcd1d522
patient-name = Imię i nazwisko
# of: 99c40ab4
visit-date = Data
# of: e78041ab
week-by-hand = Tydzień
# of: 7f76f0f6
weeks-of-pregnancy = Tygodnie ciąży
# of: 5c6ee4bf
weeks-after-birth = Tygodnie po porodzie
# of: 7e66cbba
weeks =
    { $n ->
        [one] { $n } tydzień
        [few] { $n } tygodnie
       *[many] { $n } tygodni
    }
# of: 8183e77e
days =
    { $n ->
        [one] { $n } dzień
       *[many] { $n } dni
    }
# of: e401485a
weeks-and-days = { $weeks } + { $days }
# of: a5608163
next-visit = Następna wizyta
# of: 6b89e9e5
given-by = Od kogo
# of: ddc71b9f
this-leaflet = Ta ulotka
# of: 7975fc6a
note = Notatka dla Ciebie
# of: 112b0bab
for-you = Dla Ciebie:
# of: b21fa43e
diary = Twój tydzień
# of: 41445e35
diary-hint = Zaznacz kratkę za każdym razem, gdy zrobisz ćwiczenie danego dnia.
# of: 9bc3516b
diary-exercise = Ćwiczenie
# of: f976ae9b
exercise-safely = Ćwicz bezpiecznie
# of: 98470689
although = Zalecono, choć { $reason }: { $because }
# of: f6baf193
although-by = Zaleca { $clinician }, choć { $reason }: { $because }
# of: 1cd98495
reason-on-back = ćwiczenie wykonuje się na plecach i nie jest zalecane po { $week } tygodniu
# of: f8559cdc
reason-not-after = ćwiczenie nie jest zalecane po { $week } tygodniu
# of: f99b2869
reason-not-before = ćwiczenie nie jest zalecane przed { $week } tygodniem
# of: 3b563192
reason-after-birth = ćwiczenie nie jest zalecane przed { $week } tygodniem po porodzie
# of: 5a73c5e8
reason-stage = jest przeznaczone na inny etap
