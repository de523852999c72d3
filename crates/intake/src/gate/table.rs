//! The table of the hazard gate: which words mean danger.
//!
//! Facts behind it: gas (Pennsylvania PUC gas emergencies page, Northeast Gas Association leak recognition), carbon
//! monoxide (Effingham IL and Sanger CA fire department pages), electricity (emergency guides of electricians), vulnerable people
//! (Avoca's emergency definitions). A word that is only *sometimes* dangerous stands here as well: a false alarm
//! costs a dispatcher a glance, a miss can cost a life. A negated or past danger ("no gas smell anymore") is still found.

use crate::phrase::{Quiet, Set};
use domain::HazardClass::{
    self, CarbonMonoxide, Fire, Flood, GarageDoor, Gas, Person, Structure, Vulnerable,
};

/// The version of this table; it goes into every finding. Count up with every change.
pub(crate) const VERSION: u32 = 1;

/// The language of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    /// English.
    En,
    /// Spanish.
    Es,
}
use Language::{En, Es};

/// What a matched phrase means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sign {
    /// Danger by itself.
    Danger(HazardClass, Language),
    /// Danger only together with the other half, anywhere in the conversation.
    Half(Pair, Language),
}

/// Halves that are dangerous together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Pair {
    /// Somebody who cannot take cold, heat or thirst.
    Fragile,
    /// No heat, cooling, water or power.
    Out,
    /// Sick as from carbon monoxide.
    Sick,
    /// Something that burns fuel, or an alarm.
    Burner,
}

pub(crate) const SETS: &[Set] = &[
    (
        "SMELL",
        "smell* smel~ smelling~ smells~ odor* odour* stink* stench whiff reek* fume* aroma fumes~ oder odors",
    ),
    ("GAS", "gas gass gaz gsa propane butane methane mercaptan gasoline"),
    ("LEAK", "leak* leek* leakin~ leaking~ lekin leek lleak"),
    ("APART", "water watter and also plus heater boiler tank toilet sink faucet tub or drain"),
    ("WET", "water watter boiler tank condensate"),
    ("EGG", "egg eggs eggy"),
    ("DETECTOR", "detector~ detectors detecter* alarm* sensor* monitor*"),
    (
        "LOUD",
        "off beep* beap* sound* scream* blar* ringing rang triggered screech* yell* headache* dizz* naus* flames sick",
    ),
    (
        "SOUNDING",
        "beep* beap* bleep* chirp* sound* scream* blar* ring* rang trigger* off screech* buzz* yell* alarming flash* reads reading showing says said",
    ),
    ("MONOX", "monox* monoxide~ manoxide monixide monoxcide"),
    ("SMOKE", "smoke smokes smoking smokey smoky smokin smoek smok"),
    ("BURN", "burning burnt burn burned burnin scorch* singe* char charred melt* buring burining"),
    (
        "PANEL",
        "panel panels breaker breakers fusebox outlet* socket* receptacle* switch switches plug plugs fuse fuses wire wires wiring electric* meter",
    ),
    ("BUZZ", "buzz* hum hums humming crackl* popping sizzl* hissing"),
    ("LINE", "line lines wire wires cable cables"),
    ("MAIN", "line lines main mains pipe pipes meter"),
    (
        "HIT",
        "hit hitting cut cutting broke broken struck punctur* snapped nick* ruptur* dug sever* drill* crush*",
    ),
    ("FLOODING", "flood floods flooded~ flooding~ floodin floding flodded floded"),
    ("GUSH", "everywhere gush* pour* spray* shoot* rush* spew* cascad* rising squirt* evrywhere"),
    ("BURST", "burst* bust busted exploded split blew broke broken ruptur*"),
    (
        "ROOM",
        "basement~ crawl floor floors kitchen carpet* hallway crawlspace bathroom bedroom livingroom living upstairs downstairs ceiling house",
    ),
    ("LET", "cant cannot wont couldnt wouldnt unable"),
    (
        "KIN",
        "mom mother mama mum dad father grandma grandmother granny grandpa grandfather she he shes hes aunt uncle wife husband neighbor tenant lady man woman patient",
    ),
    ("YEARS", "year years yr yrs yo"),
    (
        "PEOPLE",
        "im i we he she hes shes they mom dad husband wife kid kids child son daughter somebody someone people person worker tech guy neighbor grandma dog cat baby arm hand leg finger* foot",
    ),
    ("OUTAGE", "out off down dead broke broken died quit stopped stopd failed"),
    ("HEATING", "heat heating furnace furnance furnice heater boiler hvac"),
    ("COOLING", "ac air aircon conditioner conditioning cooling"),
    ("HUELE", "huele* olor olores oler oliendo huelo apesta* hiede wele güele guele"),
    ("FUGA", "fuga* escape escapa escapando"),
    ("NOHAY", "sin no"),
    ("SUENA", "sonando suena sono pita pitando activo activa activada"),
    ("AGE", "#70-112 seventy eighty ninety"),
];

pub(crate) const RULES: &[(Sign, &str)] = &[
    // Gas.
    (Sign::Danger(Gas, En), "SMELL _6 GAS"),
    (Sign::Danger(Gas, En), "GAS _3 SMELL"),
    (Sign::Danger(Gas, En), "GAS _4!WET LEAK"),
    (Sign::Danger(Gas, En), "LEAK _3!APART GAS"),
    (Sign::Danger(Gas, En), "rotten|rotton|rotting|bad|spoiled EGG"),
    (Sign::Danger(Gas, En), "SMELL _6 EGG|sulfur|sulphur|sulfer|skunk*|fart*|stove|oven|range|meter"),
    (Sign::Danger(Gas, En), "EGG|sulfur|sulphur|skunk* _2 SMELL"),
    (Sign::Danger(Gas, En), "hiss* _6 GAS|meter|stove|range|line"),
    (Sign::Danger(Gas, En), "GAS|meter|stove _4 hiss*"),
    (Sign::Danger(Gas, En), "GAS DETECTOR _5 SOUNDING"),
    (Sign::Danger(Gas, En), "HIT _4 GAS"),
    (Sign::Danger(Gas, En), "GAS MAIN _3 HIT|bent|open"),
    (Sign::Danger(Gas, En), "GAS _3 escaping|blowing|filling|venting|everywhere|coming|pouring"),
    (Sign::Danger(Gas, En), "full|filled|fill of|with GAS"),
    (Sign::Danger(Gas, En), "gas company _8 LEAK|shut|red|tagged"),
    (Sign::Danger(Gas, En), "red tag|tagged|tags"),
    (Sign::Danger(Gas, En), "stove|burner|burners|oven|range _4 on _2 night|overnight|hours"),
    (Sign::Danger(Gas, En), "stove|burner|burners|oven|range _6 no flame"),
    (Sign::Danger(Gas, En), "left _2 GAS _1 on"),
    (Sign::Danger(Gas, En), "GAS _2 left|still on"),
    (Sign::Danger(Gas, En), "LET _2 shut|turn _3 GAS"),
    (Sign::Danger(Gas, En), "GAS _2 LET _1 shut|turn off"),
    (Sign::Danger(Gas, En), "GAS in _1 air|room|house"),
    (Sign::Danger(Gas, En), "pilot _6 SMELL"),
    (Sign::Danger(Gas, En), "SMELL _6 pilot"),
    (Sign::Danger(Gas, Es), "HUELE _5 GAS|huevo*|azufre|podrido"),
    (Sign::Danger(Gas, Es), "gas _4 HUELE|apesta*"),
    (Sign::Danger(Gas, Es), "FUGA _3 gas"),
    (Sign::Danger(Gas, Es), "gas _3 FUGA"),
    (Sign::Danger(Gas, Es), "huevo* podrido*"),
    (Sign::Danger(Gas, Es), "tira* _1 gas"),
    (Sign::Danger(Gas, Es), "rompi* _4 gas"),
    // Carbon monoxide.
    (Sign::Danger(CarbonMonoxide, En), "MONOX"),
    (Sign::Danger(CarbonMonoxide, En), "carbon DETECTOR _5 SOUNDING"),
    (Sign::Danger(CarbonMonoxide, En), "co DETECTOR _6 SOUNDING"),
    (Sign::Danger(CarbonMonoxide, En), "co 2 DETECTOR _6 SOUNDING"),
    (Sign::Danger(CarbonMonoxide, En), "SOUNDING _5 co DETECTOR"),
    (Sign::Danger(CarbonMonoxide, En), "co poison*|level*|leak*|ppm"),
    (Sign::Danger(CarbonMonoxide, En), "co in _1 house|home|basement|air|garage|building|apartment"),
    (Sign::Danger(CarbonMonoxide, En), "detector~|detectors|detecter* _6 SOUNDING"),
    (Sign::Danger(CarbonMonoxide, En), "alarm|alarms _3 going|goes|went|keeps|wont|beeping|sounding"),
    (
        Sign::Half(Pair::Sick, En),
        "headache*|hedache*|dizz*|nause*|lightheaded|flu|fainted|throwing|vomit*|sick",
    ),
    (
        Sign::Half(Pair::Burner, En),
        "furnace|furnance|heater|boiler|generator|detector*|alarm*|fireplace|stove|exhaust|fumes|vent",
    ),
    (Sign::Danger(CarbonMonoxide, Es), "monoxido"),
    (Sign::Danger(CarbonMonoxide, Es), "SUENA _4 detector*|alarma*"),
    (Sign::Danger(CarbonMonoxide, Es), "detector*|alarma _5 SUENA"),
    (Sign::Half(Pair::Sick, Es), "mareado*|mareada*|nauseas|vomit*"),
    (Sign::Half(Pair::Sick, Es), "dolor _1 cabeza"),
    (Sign::Half(Pair::Burner, Es), "calentador|calefaccion|caldera|estufa|horno|alarma"),
    // Fire, smoke, electricity.
    (Sign::Danger(Fire, En), "SMOKE"),
    (Sign::Danger(Fire, En), "smoke|fire DETECTOR _5 SOUNDING"),
    (Sign::Danger(Fire, En), "on|caught|catch|catching|catches|cought fire"),
    (Sign::Danger(Fire, En), "a|the|small|house|electrical|kitchen|grease|chimney|furnace|panel fire"),
    (Sign::Danger(Fire, En), "fire _1 in|at|inside|behind|under|near|started|help|fire|coming|alarm"),
    (Sign::Danger(Fire, En), "help|theres fire"),
    (Sign::Danger(Fire, En), "flames _4 coming|shooting|out|from|rolling|in|behind"),
    (Sign::Danger(Fire, En), "shooting|see|saw|seeing|big|in flame|flames"),
    (Sign::Danger(Fire, En), "spark|sparks|sparked|sparking|sparkin|sparky"),
    (Sign::Danger(Fire, En), "arcing|arced|arcs|arking|arching|arcking"),
    (Sign::Danger(Fire, En), "BURN _3 SMELL"),
    (Sign::Danger(Fire, En), "SMELL _6 BURN|plastic|electrical|fishy|fish|rubber|overheating"),
    (Sign::Danger(Fire, En), "SMELL _6 hot !water|tub|shower"),
    (Sign::Danger(Fire, En), "hot|electrical|fishy|plastic SMELL"),
    (Sign::Danger(Fire, En), "PANEL _5 BURN|blacken*|black"),
    (Sign::Danger(Fire, En), "BURN _3 PANEL|plastic|cord|insulation|motor"),
    (
        Sign::Danger(Fire, En),
        "outlet|outlets|switch|plug|panel|socket|box _2 blew|exploded|popped|banged|flashed",
    ),
    (Sign::Danger(Fire, En), "something|somethings|house|wall|attic|motor|wires|dryer _1 BURN"),
    (
        Sign::Danger(Fire, En),
        "BURN in|behind|inside|from|near _2 wall|walls|attic|ceiling|panel|vent|vents|basement|house",
    ),
    (Sign::Danger(Fire, En), "PANEL _5 BUZZ|overheating"),
    (Sign::Danger(Fire, En), "PANEL _5 hot|warm !water|tub|shower|side|flashes|wire|leg"),
    (Sign::Danger(Fire, En), "BUZZ _4 PANEL"),
    (Sign::Danger(Fire, En), "hot _4!water|tub|heater|shower|side PANEL"),
    (Sign::Danger(Fire, En), "water _4 in|into|on|onto|inside|through|from|near _3 PANEL"),
    (Sign::Danger(Fire, En), "PANEL _3 wet|underwater|soaked|soaking"),
    (Sign::Danger(Fire, En), "took|knocked|pulled|ripped|tore|brought _3 power|electric*|service LINE"),
    (Sign::Danger(Fire, En), "LINE _6 laying|lying|driveway|arcing|sparking"),
    (Sign::Danger(Fire, En), "leak*|dripping _3 on|into|onto|through _2 PANEL"),
    (
        Sign::Danger(Fire, En),
        "got|get|getting|gets|was|been|be|felt|feel _3 shock|shocks|shocked|zapped|zap|jolt|jolted",
    ),
    (Sign::Danger(Fire, En), "shock|shocks|shocked|shocking|zapped|zaps|zapping me|us|him|her|my|people|you"),
    (Sign::Danger(Fire, En), "electrocut*|elecrocuted|electricuted"),
    (Sign::Danger(Fire, En), "electric*|static shock"),
    (Sign::Danger(Fire, En), "shock _2 from"),
    (
        Sign::Danger(Fire, En),
        "power|electric*|service LINE _5 down|downed|fell|fallen|hanging|low|snapped|ground|yard|laying|lying|driveway|street|road",
    ),
    (Sign::Danger(Fire, En), "downed|fallen|live|bare|exposed|hanging _2 LINE"),
    (Sign::Danger(Fire, En), "wires|wire _2 exposed|hanging|down|bare"),
    (Sign::Danger(Fire, En), "explod*|explosion|transformer"),
    (Sign::Danger(Fire, Es), "humo|incendio|incendiando|quemandose|llamas|chispa*|electrocut*"),
    (Sign::Danger(Fire, Es), "hay|en|un|con|prendio|agarro fuego"),
    (Sign::Danger(Fire, Es), "HUELE _4 quemado|quemada|quemando|plastico|cable*"),
    (Sign::Danger(Fire, Es), "esta|se _2 quem*"),
    (Sign::Danger(Fire, Es), "toque|descarga|corriente|calambre _3 electric*|agua|dio|da"),
    (Sign::Danger(Fire, Es), "dio|da _2 toque|toques|descarga|corriente|calambre"),
    (Sign::Danger(Fire, Es), "exploto|explosion|cortocircuito"),
    (Sign::Danger(Fire, Es), "corto circuito"),
    (Sign::Danger(Fire, Es), "cable* _3 caido*|pelado*|colgando|suelto*"),
    // Flooding and sewage.
    (Sign::Danger(Flood, En), "FLOODING"),
    (Sign::Danger(Flood, En), "pipe|pipes|line|hose|main|heater|tank|toilet _4!APART BURST"),
    (Sign::Danger(Flood, En), "full|filled|filling of|with _2 water|sewage"),
    (Sign::Danger(Flood, En), "standing water"),
    (Sign::Danger(Flood, En), "burst*|busted|broken|ruptured _2 pipe|pipes|hose|main|line"),
    (Sign::Danger(Flood, En), "water|watter _5 GUSH"),
    (Sign::Danger(Flood, En), "gush*|pouring|spraying|spewing|shooting|squirting _4 water|ceiling"),
    (Sign::Danger(Flood, En), "inch|inches|foot|feet _2 water"),
    (Sign::Danger(Flood, En), "standing|ankle|knee deep|water"),
    (
        Sign::Danger(Flood, En),
        "water _2 coming|getting|comin|flowing|running|leaking _3 in|up|through|down|out",
    ),
    (Sign::Danger(Flood, En), "water|watter in|on|over|across|covering _3 ROOM"),
    (Sign::Danger(Flood, En), "water _1 all over"),
    (
        Sign::Danger(Flood, En),
        "toilet|toilets|leak*|heater|sewage|drain|pipe|washer|tub|sink _7 all over|everywhere",
    ),
    (Sign::Danger(Flood, En), "ceiling|paint|drywall|plaster _4 bubbling|bubbles|bubble"),
    (Sign::Danger(Flood, En), "ceiling _2 LEAK _2 like|bad|badly|fast|lot|crazy|heavily"),
    (Sign::Danger(Flood, En), "water _5 ceiling|light|lights"),
    (Sign::Danger(Flood, En), "ROOM _4 wet|soaked|soaking|underwater|filling|drenched|soggy"),
    (Sign::Danger(Flood, En), "soaked|soaking|soggy|wet _2 ROOM"),
    (Sign::Danger(Flood, En), "LET _2 shut|turn|stop _2 water|watter"),
    (Sign::Danger(Flood, En), "water _3 LET _1 stop|shut|turn"),
    (Sign::Danger(Flood, En), "water _1 wont|not stop*"),
    (Sign::Danger(Flood, En), "sewage~|sewege|sewerage|poop|feces|turds"),
    (Sign::Danger(Flood, En), "sewer _3 back*|smell*|coming|overflow*"),
    (Sign::Danger(Flood, En), "floor|basement|main|tub|shower drain|line _4 back*|bubbl*|overflow*|coming"),
    (Sign::Danger(Flood, En), "main line|drain|sewer _4 back*"),
    (
        Sign::Danger(Flood, En),
        "toilet*|tub|bathtub|sink|washer|shower|drain _5 overflow*|overflew|overflown|spilling|raining",
    ),
    (Sign::Danger(Flood, En), "overflowing"),
    (Sign::Danger(Flood, En), "back*|coming up|into|in _4 tub|tubs|bathtub|shower|showers|basement"),
    (Sign::Danger(Flood, Es), "inund*|desbord*|chorro"),
    (Sign::Danger(Flood, Es), "aguas negras"),
    (Sign::Danger(Flood, Es), "revent* _4 tubo*|tuberia*|caneria*|manguera|calentador"),
    (Sign::Danger(Flood, Es), "tubo*|tuberia*|caneria*|calentador _5 revent*|rompi*|roto|rota|exploto"),
    (Sign::Danger(Flood, Es), "rompi* _4 tubo*|tuberia*|caneria*"),
    (Sign::Danger(Flood, Es), "agua _4 techo|todas|sotano|sale|saliendo|entrando|piso"),
    (Sign::Danger(Flood, Es), "sale|saliendo|saliendose|entrando|lleno _5 agua|drenaje"),
    // Structure.
    (Sign::Danger(Structure, En), "collaps*|colaps*"),
    (Sign::Danger(Structure, En), "caved|caving _1 in"),
    (
        Sign::Danger(Structure, En),
        "roof|ceiling|wall|walls|porch|deck|chimney|foundation|beam|joist _5 cav*|sag*|fell|falling|fallen|fall|buckl*|bulg*|bowing|bowed|bows|giving|gave",
    ),
    (Sign::Danger(Structure, En), "roof|ceiling|wall|chimney _4 coming|came|come down"),
    (Sign::Danger(Structure, En), "sagging|bulging|bowing _2 roof|ceiling|wall"),
    (
        Sign::Danger(Structure, En),
        "tree|limb|branch _5 on|through|into|hit|onto|in _3 house|roof|home|garage|kitchen|bedroom",
    ),
    (Sign::Danger(Structure, En), "sinkhole"),
    (Sign::Danger(Structure, En), "fell|falling|fall through _1 floor|roof|ceiling"),
    (Sign::Danger(Structure, Es), "techo|pared|muro _4 cay*|cae|caer|caido|cayendo|derrumb*|hundi*"),
    (Sign::Danger(Structure, Es), "cay* _4 techo|pared|muro"),
    (Sign::Danger(Structure, Es), "derrumb*"),
    (Sign::Danger(Structure, Es), "arbol _4 casa|techo"),
    // Garage doors.
    (Sign::Danger(GarageDoor, En), "garage _9 trap*|pinned|pinning|crush*|smash*"),
    (
        Sign::Danger(GarageDoor, En),
        "garage _6 fell|falling|fallen|dropped|slammed|crashed|hanging|collapsing",
    ),
    (Sign::Danger(GarageDoor, En), "garage door _6 came|come|comes down on"),
    (Sign::Danger(GarageDoor, En), "trapped|pinned|stuck|crushed _5 under|in|inside|beneath|by _3 garage"),
    (Sign::Danger(GarageDoor, Es), "atrapad* _6 cochera|garaje|garage|puerta"),
    (Sign::Danger(GarageDoor, Es), "puerta|porton|cochera|garaje _6 atrap*|aplast*|cayo|cae"),
    // People.
    (
        Sign::Danger(Person, En),
        "unconscious|unconcious|unresponsive|seizure|suicid*|bleeding|overdos*|intruder|burglar",
    ),
    (Sign::Danger(Person, En), "passed|passing out"),
    (Sign::Danger(Person, En), "LET|not|trouble|hard|difficulty _1 breathe|breath|breathing"),
    (Sign::Danger(Person, En), "chest pain*"),
    (Sign::Danger(Person, En), "heart attack"),
    (Sign::Danger(Person, En), "having|had a stroke"),
    (
        Sign::Danger(Person, En),
        "kill|hurt|shoot|stab myself|you|him|her|me|us|them|himself|herself|everyone|somebody",
    ),
    (Sign::Danger(Person, En), "want|going to die"),
    (Sign::Danger(Person, En), "gonna die"),
    (Sign::Danger(Person, En), "end my life"),
    (Sign::Danger(Person, En), "has|have|with|got|pull*|his|her a|gun gun|knife|weapon"),
    (Sign::Danger(Person, En), "weapon|threaten*|threatn*|assault*"),
    (Sign::Danger(Person, En), "attacked|attacking|hitting|beating|abusing|beat me|us|him|her|my"),
    (Sign::Danger(Person, En), "domestic violence|abuse"),
    (
        Sign::Danger(Person, En),
        "is|got|getting|been|am|im|was|hes|shes|someone|somebody|badly|really hurt|injured|electrocuted",
    ),
    (Sign::Danger(Person, En), "injur*"),
    (
        Sign::Danger(Person, En),
        "hurt|hurting|hit|stabbed|shot|attacked my|me|him|her|us husband|wife|mom|dad|son|daughter|kid|kids|baby|dog|neighbor|head|back|arm|leg",
    ),
    (Sign::Danger(Person, En), "hurt me|him|her|us"),
    (Sign::Danger(Person, En), "somebody|someone|they|guy|man _1 broke|breaking in|into"),
    (Sign::Danger(Person, En), "gun|shotgun|rifle|handgun"),
    (Sign::Danger(Person, En), "isnt|not moving|responding|waking"),
    (
        Sign::Danger(Person, En),
        "fell|fallen _2 down|off|from|through _3 stairs|ladder|roof|ceiling|floor|steps|attic",
    ),
    (Sign::Danger(Person, En), "PEOPLE _4 trapped|pinned"),
    (Sign::Danger(Person, En), "trapped inside"),
    (Sign::Danger(Person, En), "burned|burnt|scalded my|his|her|me|myself|himself|herself"),
    (Sign::Danger(Person, En), "call|called|calling|dial* _2 911"),
    (Sign::Danger(Person, En), "need|send _2 ambulance|paramedics|paramedic"),
    (
        Sign::Danger(Person, Es),
        "inconsciente|desmay*|herido|herida|heridos|sangrando|suicid*|amenaz*|pistola|atrapado|atrapada|atrapados|ambulancia",
    ),
    (Sign::Danger(Person, Es), "no _2 respira*"),
    (Sign::Danger(Person, Es), "matarme|matar|golpeando|pegando"),
    (Sign::Danger(Person, Es), "llam* _3 911"),
    // A vulnerable person, and something essential that is out.
    (
        Sign::Half(Pair::Fragile, En),
        "baby|babies|babys|infant*|newborn*|toddler*|elderly|eldery|elderley|pregnant|dialysis|ventilator|wheelchair|disabled|handicap*|hospice|bedridden|cpap|preemie|nebulizer|chemo|cancer|paralyzed|alzheimers|dementia|frail|quadriplegic|insulin|senior|seniors",
    ),
    (Sign::Half(Pair::Fragile, En), "on|needs|uses|his|her|my|portable oxygen"),
    (Sign::Half(Pair::Fragile, En), "oxygen machine|tank|concentrator"),
    (Sign::Half(Pair::Fragile, En), "new born"),
    (Sign::Half(Pair::Fragile, En), "old lady|man|woman|folks|couple|people|parents"),
    (Sign::Half(Pair::Fragile, En), "AGE _1 YEARS old"),
    (Sign::Half(Pair::Fragile, En), "AGE yo|yrs"),
    (Sign::Half(Pair::Fragile, En), "KIN _3 AGE"),
    (Sign::Half(Pair::Fragile, En), "im|i _1 AGE"),
    (
        Sign::Half(Pair::Fragile, En),
        "month|months|week|weeks|day|days old _2 baby|son|daughter|grandson|granddaughter|child|kid|twins|home|here",
    ),
    (Sign::Half(Pair::Fragile, En), "#1-11|two|three|four|six week|weeks|month|months _1 old"),
    (Sign::Half(Pair::Fragile, En), "nursing|assisted _1 home|living"),
    (Sign::Half(Pair::Fragile, En), "grandma|grandmother|grandpa|grandfather|granny|grandparents"),
    (Sign::Half(Pair::Out, En), "no|without|lost|dont _3 heat|heating|ac|air|water|power|electricity|hot"),
    (Sign::Half(Pair::Out, En), "HEATING|COOLING|power|electricity|water _3 OUTAGE"),
    (
        Sign::Half(Pair::Out, En),
        "HEATING|COOLING _4 wont|isnt|not|doesnt|aint|stopped _3 work*|turn|come|start|blow*|cool*|heat*|run*|on|kick*",
    ),
    (Sign::Half(Pair::Out, En), "freezing|frozen|shivering|sweltering|roasting"),
    (
        Sign::Half(Pair::Out, En),
        "heat|heater|furnace|boiler|ac is|has|just|went|keeps|been _2 out|down|off|dead|cold|shutting|blowing",
    ),
    (
        Sign::Half(Pair::Out, En),
        "house|inside|apartment|room|bedroom _3 cold|hot|freezing|#30-59|#88-115|degrees",
    ),
    (Sign::Half(Pair::Out, En), "OUTAGE _3 furnace|heat|heater|ac|power"),
    (Sign::Half(Pair::Out, En), "power outage"),
    (
        Sign::Half(Pair::Fragile, Es),
        "bebe|bebes|ancian*|embarazada|recien|dialisis|oxigeno|discapacitad*|abuel*|viejito|viejita|mayor|mayores|enfermo|enferma",
    ),
    (Sign::Half(Pair::Out, Es), "sin|no _3 calefaccion|aire|luz|agua|calor|electricidad|caliente"),
    (
        Sign::Half(Pair::Out, Es),
        "calefaccion|aire|calentador|calenton|boiler|caldera _3 no|descompuso|dejo|apago|danado|descompuesto",
    ),
    (Sign::Half(Pair::Out, Es), "no _2 funciona|prende|enciende|sirve|jala"),
    (Sign::Half(Pair::Out, Es), "mucho frio|calor"),
];

pub(crate) const QUIET: &[Quiet] = &[
    // Buying or servicing a device that warns is not the warning.
    ("smoke|fire DETECTOR", "LOUD"),
    ("smoke|fire and|or|n|co|slash _2 DETECTOR", "LOUD"),
    (
        "install*|instal|replac*|add|adding|quote|new|battery|batteries|buy|sell|upgrad*|hardwire*|hardwired _4 co|MONOX _1 DETECTOR",
        "LOUD",
    ),
    ("need|want _1 a|some|new|two|to|three|more _2 co|MONOX _1 DETECTOR", "LOUD"),
    ("carbon MONOX DETECTOR _2 install*|replac*|quote|battery|batteries|expired|price", "LOUD"),
    ("MONOX|co DETECTOR _2 install*|replac*|quote|battery|batteries|expired|price", "LOUD"),
    ("instala* _4 monoxido|humo", "SUENA"),
    ("detector* _1 humo", "SUENA"),
    ("sump|septic|burglar|security|car|pump|high|freezer|door|system DETECTOR", ""),
    ("alarm system|clock|company|code|panel|installation|install", ""),
    ("code|motion|door|leak|water|temperature|flame detector*|sensor*|alarm*", ""),
    // Fire words that are things.
    (
        "fire place|places|pit|pits|extinguisher*|sprinkler*|department|rated|code|door|doors|escape|inspection|damper|box|brick|logs|wood|safety|marshal|hydrant|suppression|stick|station|table",
        "",
    ),
    ("spark plug|plugs|igniter|ignitor|ignition|electrode|module|joy", ""),
    ("no|wont|doesnt|not|nor spark", ""),
    ("smoke test|shop|pipe", ""),
    ("non|no|not|meat|bbq|barbecue smoking|smoker|smoke", "SMELL"),
    ("shocked|shocking|shock at|by|about|how|when _3 price*|bill*|quote*|cost*|much|estimate|saw", ""),
    ("shock absorber*", ""),
    ("transformer install*|replac*|upgrade|doorbell|quote", ""),
    ("doorbell|low|voltage|24 _1 transformer", ""),
    // Water that is wanted, or a product.
    ("flood light*|lamp*|insurance|zone|plain|sensor*", ""),
    (
        "no|cold|enough|low|any|little|less water|hot _2 coming|running|flowing|getting",
        "GUSH basement ceiling floor",
    ),
    ("hose bib|bibb|spigot", ""),
    ("overflow drain|pan|valve|tube", ""),
    ("water _1 pressure|bill|softener|filter|filtration|test|quality", "GUSH"),
    ("running water", "GUSH ROOM"),
    ("gas furnace|heater|unit|boiler|fireplace|water _4 leak* _1 water|condensat*", "SMELL"),
    ("gas station|mileage|bill|card|money|company|man|guy|prices", "SMELL LEAK"),
    // Pipes below ground collapse and dry without anybody in danger.
    ("sewer|drain|pipe|line|lateral|duct|ducts _4 collaps*", ""),
    ("collaps* _2 sewer|line|drain|pipe|lateral|duct*", ""),
    ("ceiling fan|fans|light|lights|register|vent|tile|tiles", "water collaps* pour* sag*"),
    ("grease|heat|steam|p|s|drain trap*", ""),
    ("caulk|caulking|heat|nail|staple|glue gun", ""),
    ("bleed|bleeding _3 radiator*|line|lines|boiler|air|brake*|valve*|system", ""),
    ("trapped air|gas|water", ""),
    ("air trapped", ""),
    ("never|doesnt|wouldnt|wont|didnt|dont|couldnt hurt", ""),
    // A thing may be old.
    (
        "house|home|building|furnace|boiler|system|pipe|pipes|unit|heater|wiring|plumbing|panel|its|property|place _4 AGE _1 YEARS _1 old",
        "",
    ),
    (
        "house|furnace|boiler|system|unit|heater|ac|its|installed|only _3 #1-11|two|three|four|six week|weeks|month|months _1 old",
        "",
    ),
    ("gun safe|room|cabinet", ""),
    ("baby monitor|room|grand|gate", ""),
    ("senior discount*|center|citizens", ""),
    ("mayor|mayores parte|problema", ""),
];

/// What to tell the customer first. Ours, from the facts of the sources above; it asks nothing, diagnoses nothing and promises
/// no arrival.
pub(crate) fn instruction(class: HazardClass, language: Language) -> &'static str {
    match (class, language) {
        (Gas, En) => {
            "Please leave the building now and take everyone with you. Do not touch light switches, appliances or the garage \
             opener, and do not use a phone indoors. When you are well away, call 911 and your gas company."
        }
        (Gas, Es) => {
            "Por favor salga del edificio ahora mismo con todas las personas. No toque interruptores, aparatos ni la puerta \
             del garaje, y no use el teléfono adentro. Cuando esté lejos, llame al 911 y a su compañía de gas."
        }
        (CarbonMonoxide, En) => {
            "Please get everyone and all pets outside into fresh air now, then call 911. Do not go back in until the fire \
             department says that it is safe."
        }
        (CarbonMonoxide, Es) => {
            "Por favor saquen ahora a todas las personas y mascotas al aire libre y llamen al 911. No vuelvan a entrar hasta \
             que los bomberos digan que es seguro."
        }
        (Fire, En) => {
            "If there is fire or smoke, get everyone out and call 911. Do not touch anything that sparks, is hot or is wet, and \
             stay far away from any fallen wire."
        }
        (Fire, Es) => {
            "Si hay fuego o humo, salgan todos y llamen al 911. No toque nada que eche chispas, esté caliente o mojado, y \
             manténgase lejos de cualquier cable caído."
        }
        (Flood, En) => {
            "Keep away from outlets and anything electrical near the water. Only if you can reach it safely, close the main \
             water valve. Do not touch sewage."
        }
        (Flood, Es) => {
            "Manténgase lejos de enchufes y aparatos eléctricos cerca del agua. Solo si puede llegar sin peligro, cierre la \
             llave principal del agua. No toque aguas negras."
        }
        (Vulnerable, En) => {
            "Thank you for telling us who is affected; a person from our team takes this up now. If anyone feels ill, call 911."
        }
        (Vulnerable, Es) => {
            "Gracias por decirnos quién está afectado; una persona de nuestro equipo lo atiende ahora. Si alguien se siente mal, \
             llame al 911."
        }
        (Structure, En) => {
            "Please keep everyone out of the damaged part of the building and away from anything that may fall. If someone is \
             hurt or the building moves, get out and call 911."
        }
        (Structure, Es) => {
            "Por favor mantenga a todos fuera de la parte dañada y lejos de lo que pueda caer. Si alguien está herido o el \
             edificio se mueve, salgan y llamen al 911."
        }
        (GarageDoor, En) => {
            "Keep people, pets and cars away from the door, and do not pull the release cord or touch the springs. If someone \
             is caught or hurt, call 911 now."
        }
        (GarageDoor, Es) => {
            "Mantenga a personas, mascotas y autos lejos de la puerta, y no jale el cordón ni toque los resortes. Si alguien está \
             atrapado o herido, llame al 911 ahora."
        }
        (Person, En) => "If anyone is hurt or in danger, call 911 now, before anything else.",
        (Person, Es) => "Si alguien está herido o en peligro, llame al 911 ahora, antes que nada.",
        (HazardClass::NotRead, _) => super::unread::INSTRUCTION,
    }
}
