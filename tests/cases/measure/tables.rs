//! What is given, and which pieces of its phrase hold together: `how: given => piece | piece`.
//!
//! What stands between two words that are not a number and its unit, or two words of one month, may part:
//! `نقطة مئوية`, `نوفمبر 2017`.

pub const ARABIC: &str = "
    percent: 95 => 95 في المائة
    percent: more_than 99 => 99 في المائة
    percent: 20..30 => 30 في المائة
    points: 4.5 => 4.5 نقطة
    bare: 7.7M => 7.7 مليون
    USD: 7.7M => 7.7 مليون
    USD: 20..30 => 30 دولارًا
    EUR: 25M => 25 مليون
    IQD: 4.5 => 4.5 دينار
    person: 26 => 26 شخصًا
    person: 11000 => 11,000 شخص
    person: 2.5M => 2.5 مليون
    kilometre: 110000 => 110,000 كيلومتر
    tile kilometre: 110000 => 110,000 كم²
    tile percent: -4.5 => −4.5%
    date: 2019-04-15 => 15 نيسان/أبريل
    date: 2031-06-01/2031-06-30 => 30 حزيران/يونيو
    date: 2018-05 => أيار/مايو
    date: 2017-11-15 => 15 تشرين الثاني/نوفمبر
    date: 2014-12 => كانون الأول/ديسمبر
    date: 2018-11-15/2018-11-30 => 30 تشرين الثاني/نوفمبر
    date: 2018-10/2019-01 => تشرين الأول/أكتوبر | كانون الثاني/يناير
    date: [2018-11-01..2018-12-20] => 1 تشرين الثاني/نوفمبر | 20 كانون الأول/ديسمبر
    moment: 2031-06-30T18:00+03:00 => 30 حزيران/يونيو
    text: المساحة 14 km² => 14 km²
    text: الهاتف +964 780 195 8802 => +964 780 195 8802
";

pub const ARABIC_DIGITS: &str = "
    percent: 95 => ٩٥٪
    points: 4.5 => ٤٫٥ نقطة
    bare: 7.7M => ٧٫٧ مليون
    USD: 7.7M => ٧٫٧ مليون
    IQD: 4.5 => ٤٫٥ دينار
    person: 26 => ٢٦ شخصًا
    kilometre: 110000 => ١١٠٬٠٠٠ كيلومتر
    date: 2019-04-15 => ١٥ أبريل
    moment: 2031-06-30T18:00+03:00 => ٣٠ يونيو
";

pub const ENGLISH: &str = "
    percent: 95 => 95 per cent
    percent: 20..30 => 30 per cent
    points: 4.5 => 4.5 percentage
    bare: 7.7M => 7.7 million
    USD: 7.7M => US$7.7 million
    USD: 20B => US$20 billion
    person: 2.5M => 2.5 million
    person: 8T => 8 trillion
    bare: 2M..3M => 3 million
    organization: 26 => 26 organizations
    IQD: 4.5 => IQD 4.5
    person: 26 => 26 people
    kilometre: 110000 => 110,000 square
    tile kilometre: 110000 => 110,000 km²
    date: 2019-04-15 => 15 April
    moment: 2031-06-30T18:00+03:00 => 30 June
";

pub const FRENCH: &str = "
    percent: 95 => 95 %
    percent: 20..30 => 20 % | 30 %
    points: 4.5 => 4,5 points
    bare: 11000 => 11 000
    USD: 7.7M => 7,7 millions
    EUR: 25M => 25 millions
    EUR: 20B => 20 milliards
    enfant: 1M => un million
    enfant: 1000000 => 1 000 000 d’enfants
    organization: 26 => 26 organisations
    IQD: 4.5 => 4,5 dinars
    date: 2019-04-15 => 15 avril
    moment: 2031-06-30T18:00+03:00 => 30 juin | 18 h 00
";

pub const SORANI: &str = "
    percent: 95 => لە سەدا ٩٥
    percent: 20..30 => لە سەدا ٢٠
    points: 4.5 => ٤٫٥ خاڵی
    bare: 7.7M => ٧٫٧ ملیۆن
    EUR: 25M => ٢٥ ملیۆن
    IQD: 4.5 => ٤٫٥ دیناری
    date: 2019-04-15 => ١٥ی نیسانی
    date: 2017-11-15 => ١٥ی تشرینی دووەمی
    date: 2018-12 => کانوونی یەکەمی
    moment: 2031-06-30T18:00+03:00 => ٣٠ی حوزەیرانی
";

pub const LEVANTINE: &str = "
    date: 2017-11-15 => 15 تشرين الثاني
    date: 2018-01 => كانون الثاني
    date: 2018-10-01/2018-12-03 => 1 تشرين الأول | 3 كانون الأول
";

pub const TURKISH: &str = "
    percent: 95 => yüzde 95
    bare: 7.7M => 7,7 milyon
    USD: 20B => 20 milyar
    IQD: 4500 => 4.500 Irak
    date: 2019-04-15 => 15 Nisan
";
