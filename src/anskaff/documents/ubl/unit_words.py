"""Units of measure and packaging in common use, in words of ours: code, nb, nn and en.

These are also the codes that we know where no lists are installed. The codes are those of UN/ECE
Recommendation 20 (revision 11) and 21 as Peppol's lists of May 2026 have them; checked 2026-11-21.
"""

UNITS = """
3B|MJ|MJ|MJ
4L|MB|MB|MB
ANN|år|år|years
BAR|bar|bar|bar
C62|enheter|einingar|units
CEL|°C|°C|°C
CEN|hundre|hundre|hundred
CLT|cl|cl|cl
CMK|cm²|cm²|cm²
CMQ|cm³|cm³|cm³
CMT|cm|cm|cm
DAY|dager|dagar|days
DLT|dl|dl|dl
DMK|dm²|dm²|dm²
DMQ|dm³|dm³|dm³
DMT|dm|dm|dm
DZN|dusin|dusin|dozen
E34|GB|GB|GB
E35|TB|TB|TB
E48|tjenester|tenester|services
E49|arbeidsdager|arbeidsdagar|working days
E51|jobber|jobbar|jobs
E53|prøver|prøver|tests
E54|turer|turar|trips
EA|stk.|stk.|pcs
FOT|fot|fot|feet
GRM|g|g|g
GV|GJ|GJ|GJ
GWH|GWh|GWh|GWh
H18|hektar|hektar|hectares
H87|stk.|stk.|pcs
HLT|hl|hl|hl
HUR|timer|timar|hours
IE|personer|personar|persons
INH|tommer|tommar|inches
KGM|kg|kg|kg
KMT|km|km|km
KVA|kVA|kVA|kVA
KWH|kWh|kWh|kWh
KWT|kW|kW|kW
LBR|pund (vekt)|pund (vekt)|pounds (weight)
LM|løpemeter|løpemeter|linear metres
LS|rund sum|rund sum|lump sum
LTR|liter|liter|litres
MAW|MW|MW|MW
MGM|mg|mg|mg
MIL|tusen|tusen|thousand
MIN|minutter|minutt|minutes
MLT|ml|ml|ml
MMK|mm²|mm²|mm²
MMQ|mm³|mm³|mm³
MMT|mm|mm|mm
MON|måneder|månader|months
MQH|m³/time|m³/time|m³/hour
MTK|m²|m²|m²
MTQ|m³|m³|m³
MTR|m|m|m
MWH|MWh|MWh|MWh
NAR|stk.|stk.|pcs
NL|lass|lass|loads
NMP|pakker|pakkar|packs
NPT|deler|delar|parts
P1|prosent|prosent|per cent
PR|par|par|pairs
QAN|kvartaler|kvartal|quarters
SAN|halvår|halvår|half-years
SEC|sekunder|sekund|seconds
SET|sett|sett|sets
SX|forsendelser|forsendingar|shipments
TNE|tonn|tonn|tonnes
WEE|uker|veker|weeks
WHR|Wh|Wh|Wh
WTT|W|W|W
XBE|bunter|bunter|bundles
XBG|poser|posar|bags
XBJ|bøtter|bøtter|buckets
XBO|flasker|flasker|bottles
XBX|esker|esker|boxes
XCA|kanner|kanner|cans
XCR|kasser|kasser|crates
XCS|kasser|kasser|cases
XCT|kartonger|kartongar|cartons
XDR|fat|fat|drums
XEN|konvolutter|konvoluttar|envelopes
XJR|glass|glas|jars
XPA|småpakker|småpakkar|packets
XPC|kolli|kolli|parcels
XPK|pakker|pakkar|packages
XPP|stykker|stykke|pieces
XPU|brett|brett|trays
XPX|paller|pallar|pallets
XRO|ruller|rullar|rolls
XSA|sekker|sekker|sacks
XST|ark|ark|sheets
XTB|kar|kar|tubs
XTN|bokser|boksar|tins
XTU|tuber|tubar|tubes
XUN|enheter|einingar|units
ZZ|avtalte enheter|avtalte einingar|agreed units
"""
PACKAGING = """
4H|plasteske|plasteske|plastic box
AG|plastpakket pall|plastpakka pall|shrinkwrapped pallet
BA|tønne|tønne|barrel
BE|bunt|bunt|bundle
BG|sekk eller pose|sekk eller pose|bag
BJ|bøtte|bøtte|bucket
BO|flaske|flaske|bottle
BX|eske|eske|box
CA|kanne|kanne|can
CG|bur|bur|cage
CN|container|konteinar|container
CR|kasse|kasse|crate
CS|kasse|kasse|case
CT|kartong|kartong|carton
CY|sylinder|sylinder|cylinder
DR|fat|fat|drum
EN|konvolutt|konvolutt|envelope
JR|glass|glas|jar
NE|ikke pakket|ikkje pakka|not packed
OA|CHEP-pall 40 × 60 cm|CHEP-pall 40 × 60 cm|CHEP pallet 40 × 60 cm
OB|CHEP-pall 80 × 120 cm|CHEP-pall 80 × 120 cm|CHEP pallet 80 × 120 cm
OC|CHEP-pall 100 × 120 cm|CHEP-pall 100 × 120 cm|CHEP pallet 100 × 120 cm
OH|europall|europall|EUR pallet
PA|småpakke|småpakke|packet
PC|kolli|kolli|parcel
PK|pakke|pakke|package
PU|brett|brett|tray
PX|pall|pall|pallet
RL|spole|spole|reel
RO|rull|rull|roll
SA|sekk|sekk|sack
SX|sett|sett|set
TB|kar|kar|tub
TU|tube|tube|tube
ZZ|etter avtale|etter avtale|mutually defined
"""
