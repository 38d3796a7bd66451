"""Structural faults, each planted in a sound file: kind, file, what stands there, what is put in its place, and where in
the file a validator must see it. `FIXTURE` is the mended fixture, `HERE` this repository, `GERMAN` the fixture of a
project that brings a language."""

FIXTURE, HERE, GERMAN = "fixture", "here", "german"
HOUSE, SHARED = "data/house.yaml", "data/shared/all.yaml"
HEAD, FIGURES = "data/editions/2031-06/edition.yaml", "data/editions/2031-06/figures.yaml"
ARABIC, ENGLISH = "data/editions/2031-06/text/ar.yaml", "data/editions/2031-06/text/en.yaml"
DEMO = "data/editions/demo-2031-06/"
LABELS = "data/labels/en.yaml"
LANGUAGE = "data/languages/de.yaml"
MAP = "data/maps/fts-flows.yaml"

FAULTS = [
    # language
    (GERMAN, LANGUAGE, "direction: ltr\n", "", ""),
    (GERMAN, LANGUAGE, "direction: ltr\n", "direction: left\n", "direction"),
    (GERMAN, LANGUAGE, "genders: true\n", "genders: m\n", "genders"),
    (GERMAN, LANGUAGE, "  million: {one: Million, other: Millionen}", "  million: {one: Million}", "numbers/million"),
    (GERMAN, LANGUAGE, "prose: \"etwa {}\"", "prose: etwa", "qualifiers/approx/prose"),
    (GERMAN, LANGUAGE, "  day: \"{day}. {month} {year}\"", "  day: \"{year}-{month}-{day}\"", "dates/day"),
    (GERMAN, LANGUAGE, "  part:", "  parts:", "dates"),
    (GERMAN, LANGUAGE, "Juni, Juli, August, September,", "Juni, Juli, August,", "dates/months"),
    # import map
    (HERE, MAP, "target: funding.contributions\n", "", ""),
    (HERE, MAP, "target: funding.contributions\n", "target: contributions\n", "target"),
    (HERE, MAP, "    as: word\n", "    as: words\n", "columns/stage/as"),
    (HERE, MAP, "    as: word\n", "    is: word\n", "columns/stage"),
    (HERE, MAP, "decimal: point\n", "decimal: dot\n", "decimal"),
    # house
    (FIXTURE, HOUSE, "mujaz: 1\n", "", ""),
    (FIXTURE, HOUSE, "mujaz: 1\n", "mujaz: one\n", "mujaz"),
    (FIXTURE, HOUSE, "house:\n", "houses:\n", ""),
    (FIXTURE, HOUSE, "    monthly:", "    montly:", "house/sections"),
    (FIXTURE, HOUSE, "[bottom_line, highlights,", "[bottom_lines, highlights,", "house/sections/monthly/0"),
    (FIXTURE, HOUSE, "  series: {ar: موجز الوادي, en: Valley Brief}", "  series: Valley Brief", "house/series"),
    (FIXTURE, HOUSE, "edition:\n", "style: {ar: {digits: hindi}}\nedition:\n", "style/ar/digits"),
    (FIXTURE, HOUSE, "edition:\n", "style: {ar: {years: true}}\nedition:\n", "style/ar"),
    (FIXTURE, HOUSE, "edition:\n", "style: {ar: {numbers_as_words_below: 300}}\nedition:\n",
     "style/ar/numbers_as_words_below"),
    (FIXTURE, HOUSE, "edition:\n", "style: {ar: {year_mark: yes}}\nedition:\n", "style/ar/year_mark"),
    (FIXTURE, HOUSE, "languages: [ar, en]", "languages: ar", "edition/languages"),
    (FIXTURE, HOUSE, "- role: {ar: مسؤول التحرير, en: Duty editor}\n      email", "- email", "edition/contacts/0"),
    (FIXTURE, HOUSE, "scheme: tlp2", "scheme: tlp", "edition/marking/scheme"),
    (FIXTURE, HOUSE, "edition:\n", "metrics: {}\nedition:\n", ""),
    # shared
    (FIXTURE, SHARED, "    shape: flow\n    section: progress\n  trained", "    section: progress\n  trained",
     "metrics/schools"),
    (FIXTURE, SHARED, "    shape: flow\n    section: progress\n  trained",
     "    shape: flows\n    section: progress\n  trained", "metrics/schools/shape"),
    (FIXTURE, SHARED, "    gender: m\n", "    gender: masculine\n", "units/person/gender"),
    (FIXTURE, SHARED, "    gender: m\n", "    gendr: m\n", "units/person"),
    (FIXTURE, SHARED, "en: {one: person, other: people}", "en: {one: person, others: people}", "units/person/forms/en"),
    (FIXTURE, SHARED, "en: {one: person, other: people}", "en: people", "units/person/forms/en"),
    (FIXTURE, SHARED, "iso: IRQ, level: 1}\n  IQG01", "iso: IRQ, level: one}\n  IQG01", "places/IQG15/level"),
    (FIXTURE, SHARED, "iso: IRQ, level: 1}\n  IQG01", "iso: IRQ, tile: {column: 1}}\n  IQG01", "places/IQG15/tile"),
    (FIXTURE, SHARED, "desk: {type: group,", "desk: {type: office,", "orgs/desk/type"),
    (FIXTURE, SHARED, "desk: {type: group, name:", "desk: {type: group, names:", "orgs/desk"),
    (FIXTURE, SHARED, "orgs:\n", "figures: []\norgs:\n", ""),
    (FIXTURE, SHARED, "orgs:\n", "glossary: [{forms: {ar: {default: المجموعة}}}]\norgs:\n", "glossary/0"),
    (FIXTURE, SHARED, "orgs:\n", "glossary: {small_group: {forms: {}}}\norgs:\n", "glossary"),
    # edition: the head
    (FIXTURE, HEAD, "issued: 2031-07-01T09:00+03:00", "issued: 2031-09-31T09:00+03:00", "edition/issued"),
    (FIXTURE, HEAD, "issued: 2031-07-01T09:00+03:00", "issued: 2031-07-01T09:00", "edition/issued"),
    (FIXTURE, HEAD, "  issued: 2031-07-01T09:00+03:00\n", "", "edition"),
    (FIXTURE, HEAD, "kind: monthly", "kind: month", "edition/kind"),
    (FIXTURE, HEAD, "number: 6", "number: -6", "edition/number"),
    (FIXTURE, HEAD, "period: {from: 2031-06-01, to: 2031-06-30}", "period: 2031-06", "edition/period"),
    (FIXTURE, HEAD, "to: 2031-06-30}", "to: 2031-06-31}", "edition/period/to"),
    (FIXTURE, HEAD, "disclaimers: [invented]", "disclaimers: invented", "edition/disclaimers"),
    (FIXTURE, HEAD, "  number: 6\n", "  nunber: 6\n", "edition"),
    (FIXTURE, HEAD, "title: {ar: مسح الخدمات, en: Survey of services}, ", "", "sources/0"),
    (FIXTURE, HEAD, "date: 2031-06-28}", "date: 28 June 2031}", "sources/0/date"),
    # edition: the sections
    (FIXTURE, FIGURES, "value: 7.9M", "value: ٧٫٩M", "figures/0/value"),
    (FIXTURE, FIGURES, "value: 7.9M", "value: 7,9M", "figures/0/value"),
    (FIXTURE, FIGURES, "value: 7.9M", "value: 7.9m", "figures/0/value"),
    (FIXTURE, FIGURES, "value: 7.9M", "value: 95%", "figures/0/value"),
    (FIXTURE, FIGURES, "value: 7.9M", "value: 1234567890123456", "figures/0/value"),
    (FIXTURE, FIGURES, "    value: 7.9M\n", "", "figures/0"),
    (FIXTURE, FIGURES, "    max: 60\n", "", "figures/4"),
    (FIXTURE, FIGURES, "    max: 60\n", "    max: 60\n    value: 50\n", "figures/4/value"),
    (FIXTURE, FIGURES, "q: approx", "q: about", "figures/0/q"),
    (FIXTURE, FIGURES, "  - id: reached\n    metric", "  - metric", "figures/0"),
    (FIXTURE, FIGURES, "    metric: reached\n", "", "figures/0"),
    (FIXTURE, FIGURES, "as_of: 2031-06\n    source: [s_survey]\n\n  - id: schools",
     "as_of: 2031-13\n    source: [s_survey]\n\n  - id: schools", "figures/0/as_of"),
    (FIXTURE, FIGURES, "as_of: 2031-06\n    source: [s_survey]\n\n  - id: schools",
     "as_of: {ar: في حزيران}\n    source: [s_survey]\n\n  - id: schools", "figures/0/as_of"),
    (FIXTURE, FIGURES, "as_of: 2031-06\n    source: [s_survey]\n\n  - id: schools",
     "as_of: 2031-06\n    source: s_survey\n\n  - id: schools", "figures/0/source"),
    (FIXTURE, FIGURES, "severity: 4", "severity: 6", "threats/0/severity"),
    (FIXTURE, FIGURES, "horizon: 3mo", "horizon: 3 months", "threats/0/horizon"),
    (FIXTURE, FIGURES, "likelihood: likely", "likelihood: probable", "threats/0/likelihood"),
    (FIXTURE, FIGURES, "projects: {total: 29, by_status:", "projects: {by_status:", "progress/0/projects"),
    (FIXTURE, FIGURES, "funding:\n  adversary: [{figure: revenue}]", "funding: [{figure: revenue}]", "funding"),
    (FIXTURE, FIGURES, "returned: {individuals: 1920}", "returned: 1920", "returnees/displaced/rows/0/returned"),
    (FIXTURE, FIGURES, "returned: {individuals: 1920}", "returned: {households: 320}",
     "returnees/displaced/rows/0/returned"),
    (FIXTURE, FIGURES, "category: detained", "category: held", "returnees/fighters/0/category"),
    (FIXTURE, FIGURES, "events:\n  - {id: opening,", "events:\n  - {id: opening, delete: true,", "events/0"),
    (FIXTURE, FIGURES, "events:\n", "event:\n", ""),
    # text
    (FIXTURE, ENGLISH, "title: Services and returns in the valley", "titel: Services and returns", ""),
    (FIXTURE, ENGLISH, "title: Services and returns in the valley", "title: [Services, returns]", "title"),
    (FIXTURE, ENGLISH, "raids grow in Al-Anbar as before.", "raids grow in Al-Anbar, as in 2030.", "bottom_line"),
    (FIXTURE, ARABIC, "title: الخدمات والعودة في الوادي", "title: ٢٠٣١", "title"),
    (FIXTURE, ENGLISH, "{reached}.", "{reached.", "highlights/0"),
    (FIXTURE, ENGLISH, "{reached}.", "{}.", "highlights/0"),
    (FIXTURE, ENGLISH, "status: reviewed", "status: final", "_meta/status"),
    (FIXTURE, ENGLISH, "intro:\n", "figures: [{id: reached, value: 8M}]\nintro:\n", ""),
    (FIXTURE, ENGLISH, "  adversary:", "  adversaries:", "intro"),
    (FIXTURE, ENGLISH, "threats:\n  raids: Raids", "threats:\n  - Raids", "threats"),
    (FIXTURE, ENGLISH, "  opening: A school opens in Ninewa.",
     "  opening: {one: A school opens., other: Schools open.}", "events/opening"),
    (FIXTURE, ENGLISH, "  opening: A school opens in Ninewa.",
     "  opening: {by: schools, some: Schools open., other: Schools open.}", "events/opening"),
    # labels
    (HERE, LABELS, "  missing_text: text missing", "  mising_text: text missing", "page"),
    (HERE, LABELS, "  highlights: Highlights", "  highlights: [Highlights]", "sections/highlights"),
    (HERE, LABELS, "  highlights: Highlights", "  highlights: {one: Highlights}", "sections/highlights"),
    (HERE, LABELS, "columns:\n", "colums:\n", ""),
    (HERE, LABELS, "    en: translated from English", "    en: [translated, English]", "words/translated_from/en"),
]

# A sound overlay for the demonstration, which the program must build upon, and faults in it.
OVERLAY = DEMO + "audiences/donors.yaml"
SOUND = """\
edition:
  languages: [ar, en]
  marking: {label: "TLP:GREEN"}
  embargo: {until: 2031-07-05T06:00+03:00}
figures:
  - {id: reached, note: {ar: للمانحين, en: For donors}, confidence: moderate}
text:
  ar: {bottom_line: نص آخر للمانحين., situation: [فقرة للمانحين.], method: {delete: true}}
  en: {bottom_line: Another text for donors., situation: [A paragraph for donors.]}
labels:
  en: {page: {invented: "Demonstration for donors"}}
"""
OVERLAY_FAULTS = [
    ("- {id: reached, note", "- {note", "figures/0"),
    ("confidence: moderate}", "confidence: middling}", "figures/0/confidence"),
    ("confidence: moderate}", "delete: true}", "figures/0"),
    ("{delete: true}}", "{delete: false}}", "text/ar/method/delete"),
    ("{delete: true}}", "{remove: true}}", "text/ar/method"),
    ("until: 2031-07-05T06:00+03:00", "until: tomorrow", "edition/embargo/until"),
    ("marking: {label", "marking: {text", "edition/marking"),
    ("  en: {page: {invented", "  en: {pages: {invented", "labels/en"),
    ("text:\n  ar: {bottom_line: نص آخر", "text:\n  ar: {bottom_line: النص 2", "text/ar/bottom_line"),
]
