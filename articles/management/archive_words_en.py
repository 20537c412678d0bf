"""The English words of the archive. An actor is written as a text names it and as a headline does."""

from articles.management.archive_words import Lexicon, Subject

ECONOMY = Subject(
    weight=14,
    actors="the Central Bank|Central bank / the Ministry of Finance|Finance ministry / the cabinet|Cabinet / the Capital Markets Authority|Markets authority / the Banking Association|Banks' association / the Chamber of Commerce|Chamber of commerce / the Sovereign Investment Fund|Sovereign fund / the budget committee|Budget committee / the stock exchange|Stock exchange / Customs|Customs / the Competition Authority|Competition watchdog / importers|Importers+p",
    experts="economist / financial analyst / tax lawyer / former deputy governor of the central bank / professor of economics / fund manager",
    things="the new budget / the exchange rate / the inflation rate / the tax law / the borrowing programme / the subsidy plan / the free trade deal / the public debt / the bond market / the balance of payments / the e-invoicing system / the import levy",
    works="reschedule debt / hold interest rates / issue green bonds / raise the borrowing ceiling / rewrite tax bands / overhaul customs / merge small banks / cut export fees / unify the exchange rate / cap prices of basic goods / back small firms / sell loss-making companies",
    aims="narrow the deficit / curb inflation / attract investors / protect savers / steady the currency / revive exports / close a funding gap / ease the burden on families",
    counted="company|companies / bank|banks / investor|investors / factory|factories / contract|contracts / product|products",
    quotes="Markets dislike surprises; what we need is a timetable / Every delay makes borrowing dearer for all of us / The figures are better than feared and worse than needed / Nobody will feel the recovery until food gets cheaper / Without trust the money under the mattress stays there",
    scenes="The main index fell {pct} before recovering some of its losses. / A kilo of sugar costs twice what it did a year ago in the markets of {P}. / Traders in {Q} expect prices to climb another {pct} if dollars stay scarce. / Exports reached {M} in the last quarter, official data show. / Shopkeepers say customers now buy by the piece rather than by the kilo. / Remittances rose to {M}, the highest since {Y}.",
)
POLITICS = Subject(
    weight=14,
    actors="the prime minister's office|Prime minister's office / parliament|Parliament / the Foreign Ministry|Foreign ministry / the Interior Ministry|Interior ministry / the Electoral Commission|Electoral commission / the Constitutional Council|Constitutional council / the national dialogue panel|Dialogue panel / the independents' bloc|Independents' bloc / the opposition alliance|Opposition / lawmakers|Lawmakers+p / mayors|Mayors+p",
    experts="political scientist / former lawmaker / constitutional scholar / retired diplomat / election observer",
    things="the electoral law / the devolution bill / the power-sharing deal / the draft constitution / the cabinet reshuffle / the voter roll / the parties law / the confidence vote / the truce / the neighbours' summit / the border agreement",
    works="amend the electoral law / set up an inquiry / postpone municipal polls / open the voter roll / appoint new envoys / resume talks / lift the state of emergency / reserve seats for women / deploy local observers / sign a memorandum / free detainees",
    aims="calm the streets / break the deadlock / guarantee a fair vote / widen participation / reassure partners / avoid a constitutional void / win back voters",
    counted="lawmaker|lawmakers / seat|seats / polling station|polling stations / candidate|candidates / delegation|delegations / party|parties",
    quotes="No one can govern alone, and the text should say so / We agree on the principle and quarrel over the names / A clean election begins with a clean roll / Signing is easy; the exam comes afterwards / We want a written answer, not another promise",
    scenes="{N0} voted in favour and one bloc walked out. / The next session will be held in {Q} with observers present. / Hundreds gathered outside the government house to demand the minutes. / Turnout at the last ballot was {pct}, according to final figures. / The sitting has been put off twice since {month} for lack of a quorum. / The closing statement gave no date for the vote.",
)
ENERGY = Subject(
    weight=11,
    actors="the Ministry of Energy and Water|Energy ministry / the national power company|Power company / the northern water authority|Northern water authority / the Renewable Energy Agency|Renewables agency / the gas distributor|Gas distributor / the dams board|Dams board / the electricity regulator|Power regulator / the desalination company|Desalination firm / generator owners|Generator owners+p",
    experts="grid engineer / solar specialist / water researcher / plant director",
    things="the power grid / the desalination plant / the interconnector / the wind farm / the valley dam / the electricity tariff / the rationing plan / the fuel contract / the rooftop solar scheme / the main reservoir / the treatment works",
    works="refit power stations / connect villages to the grid / install smart meters / repair high-voltage lines / build a new dam / cut losses on the network / buy extra fuel / start up the gas plant / open solar fields / treat waste water / drill wells",
    aims="lengthen supply hours / cut the fuel bill / secure drinking water / end the blackouts / retire private generators / raise the share of clean power / face the heatwaves",
    counted="station|stations / megawatt|megawatts / subscriber|subscribers / village|villages / well|wells / generator|generators",
    quotes="The grid is old, and each repair uncovers another fault / All we ask for is a timetable we can trust / Water comes at night and we fill every pot we own / Sunshine is free; batteries are not / Had we spent on wires what we spent on generators, we would be done",
    scenes="Homes in {P} get a few hours of power a day, residents say. / The water behind the dam is {pct} below its ten-year average. / The new line will serve {N3} in its first phase. / A fault in one transformer took {N0} out of service. / Panels on the roofs of {Q} have doubled in three years. / The project needs {M}, of which half has been found.",
)
COURTS = Subject(
    weight=9,
    actors="the criminal court|Criminal court / the public prosecutor|Prosecutor / the Court of Audit|Auditors / the Bar Association|Bar association / the Higher Judicial Council|Judicial council / the Anti-Corruption Agency|Anti-graft agency / the appeals court|Appeals court / the Justice Ministry|Justice ministry / the administrative court|Administrative court / victims' families|Victims' families+p",
    experts="defence lawyer / retired judge / professor of criminal law / prisoners' rights campaigner",
    things="the procurement case / the rent law / the first verdict / the port case / the indictment / the travel ban / the amnesty law / the experts' report / the damages claim / the remote trials system",
    works="detain new suspects / delay the verdict / freeze suspect funds / recover smuggled money / amend the rent law / move prisoners to a new building / open an administrative inquiry / hear witnesses / cancel no-bid contracts / publish rulings online",
    aims="speed up trials / do justice to victims / protect witnesses / recover public money / ease crowding in prisons / prevent conflicts of interest / keep judges independent",
    counted="defendant|defendants / witness|witnesses / lawsuit|lawsuits / document|documents / prisoner|prisoners / hearing|hearings",
    quotes="Late justice punishes the victim twice / We have waited years for this ruling and will not settle / The file is ready; all it lacks is a judge to set a date / My client was not heard as the law demands / We want to know who signed and who was paid",
    scenes="The bench heard {N1} in a session that ran into the evening. / Families sat in the front rows holding photographs. / The hearing was adjourned to {month} for papers to be completed. / The backlog in the courts of {P} grows by {pct} a year. / The contracts in question are worth some {M}. / Counsel argued that the court had no jurisdiction.",
)
HEALTH = Subject(
    weight=9,
    actors="the Health Ministry|Health ministry / the Order of Physicians|Physicians' order / the university hospital|University hospital / the health insurance fund|Insurance fund / the Medicines Agency|Medicines agency / the pharmacists' union|Pharmacists' union / the centre for disease control|Disease control centre / the blood bank|Blood bank / nurses|Nurses+p",
    experts="paediatrician / infectious disease specialist / hospital director / public health researcher / head of emergency medicine",
    things="the vaccination drive / the medicines law / the neighbourhood clinic / the emergency ward / the cancer registry / the screening programme / the insulin stock / the field hospital / the ambulance line / the school meals guide",
    works="widen the vaccination drive / supply cancer drugs / equip intensive care / send out mobile clinics / digitise patient files / train nurses / cap the price of medicines / test drinking water / screen pupils / import dialysis machines",
    aims="lower child deaths / contain the infection / shorten waiting times / keep medicines on the shelf / relieve hospitals / catch disease early / stop doctors from leaving",
    counted="patient|patients / bed|beds / clinic|clinics / doctor|doctors / dose|doses / case|cases",
    quotes="We work with half the staff and twice the patients / Prevention is cheaper than cure and never makes the front page / A patient without medicine today may not be here tomorrow / The vaccine is there; what we lack is someone to carry it / We saw cases that a simple test would have spared",
    scenes="{N5} were recorded in a week, the daily bulletin says. / The drive will reach rural districts round {Q} by the end of {month}. / The emergency room in {P} has been full for days. / Some medicines cost {pct} more than in January. / Dozens queued before the clinic opened. / The hospital received gifts worth {F} for new equipment.",
)
SCHOOLS = Subject(
    weight=8,
    actors="the Education Ministry|Education ministry / the National University|National university / the teachers' league|Teachers' league / the Higher Education Council|Higher education council / the curriculum centre|Curriculum centre / the students' union|Students' union / the National Library|National library / parents|Parents+p",
    experts="education researcher / head teacher / teacher of Arabic / dean of humanities / school counsellor",
    things="the state exam / the new curriculum / the school year / the universities law / the scholarship scheme / the school bus service / the secondary school building / the online learning platform / the pay scale / the reading test",
    works="hire contract teachers / repair old schools / print textbooks / move exam dates / teach programming / hand out laptops / include disabled pupils / lengthen the school year / open evening classes / rewrite history books",
    aims="keep children in class / raise reading levels / make up lost lessons / treat teachers fairly / shrink class sizes / match courses to jobs / keep girls in school",
    counted="school|schools / pupil|pupils / teacher|teachers / scholarship|scholarships / classroom|classrooms / book|books",
    quotes="We cannot ask a teacher to teach while she counts her rent / My daughter walks an hour to school and an hour back / The syllabus changed on paper; the room did not / Reading is a habit that begins at home / We need smaller classes, not longer speeches",
    scenes="The school has {N1} in two shifts. / Pupils in {P} came first for the second year running. / Results are due in mid-{month}. / Pay has lost {pct} of its value, the league says. / In several rooms three children share a bench. / The government has set aside {M} to mend damaged buildings.",
)
TRANSPORT = Subject(
    weight=8,
    actors="the Transport Ministry|Transport ministry / the railways authority|Railways authority / the port authority|Port authority / the Civil Aviation Authority|Aviation authority / the metro company|Metro company / the capital's municipality|City hall / the national airline|National airline / the Road Safety Council|Road safety council / bus drivers|Bus drivers+p",
    experts="public transport planner / road engineer / ship's captain / city planner / drivers' spokesman",
    things="the third metro line / the container terminal / the traffic law / the northern bridge / the city airport / the railway station / the bus fare / the mountain tunnel / the cycle path / the coastal road / the night ferry",
    works="expand the port / buy electric buses / rebuild the coastal road / extend the metro / repair bridges / install speed cameras / renew the fleet / restart the railway / regulate parking / light the tunnels",
    aims="ease congestion / cut road deaths / shorten journeys / lower emissions / tie suburbs to the centre / unload ships faster / coax drivers on to buses",
    counted="bus|buses / ship|ships / flight|flights / kilometre|kilometres / passenger|passengers / container|containers",
    quotes="I spend more time on the road than with my children / The bridge has been shut for a year and the detour is worse / Ships do not wait, and those who are late lose their customers / If the bus came on time I would leave the car / Half the crashes happen at one bend and we all know which",
    scenes="The line carried {N4} in its first week. / Traffic into {P} stood still for two hours because of the works. / {N1} docked at the port last month. / Crashes fell {pct} after the cameras went up. / The new service links {P} and {Q} three times a week. / The works have cost {M}, more than planned.",
)
FARMS = Subject(
    weight=6,
    actors="the Agriculture Ministry|Agriculture ministry / the olive cooperative|Olive cooperative / the agricultural research station|Farm research station / the rural development bank|Rural bank / the Food Safety Authority|Food watchdog / the disaster fund|Disaster fund / farmers|Farmers+p / beekeepers|Beekeepers+p",
    experts="agronomist / soil scientist / vet / head of the cooperative / local farmer",
    things="the wheat season / the olive harvest / the price of feed / the seed bank / the irrigation canal / the wholesale market / the palm disease / the farmers' fund / the honey fair / the grain stock",
    works="buy wheat from growers / spray olive groves / hand out better seed / compensate for frost / open export markets / fight the palm weevil / mend irrigation canals / breed local strains / plant fruit trees / count livestock",
    aims="save the season / feed the country / secure water for the fields / cut costs / protect the soil / keep the young in villages / lift the quality of oil",
    counted="hectare|hectares / farmer|farmers / tonne|tonnes / tree|trees / hive|hives / sheep|sheep",
    quotes="We watch the sky more than the price lists / What was enough for a year now lasts a season / The tree my grandfather planted bore nothing this year / The broker earns more than those who sweat / The land is tired and must rest",
    scenes="Frost damaged {N0} in the plains of {P}. / A tonne of oil sells for {pct} more than last season. / Picking began early because of the drought. / Men and women from villages round {Q} work the season. / The fund covers {M} of what farmers asked for. / The press has smelt of new oil since dawn.",
)
WEATHER = Subject(
    weight=6,
    actors="the weather service|Weather service / Civil Defence|Civil defence / the Environment Ministry|Environment ministry / the Red Crescent|Red Crescent / the disaster management agency|Disaster agency / the earthquake centre|Earthquake centre / the parks service|Parks service / firefighters|Firefighters+p / volunteers|Volunteers+p",
    experts="climate scientist / forecaster / marine biologist / rescue team leader / environmental campaigner",
    things="the storm / the heatwave / the river level / the evacuation plan / the forest fire / the marine reserve / the landfill / the air pollution / the early warning network / the rainy season",
    works="evacuate the river banks / put out the forest fire / clear storm drains / hand out tents / close coastal schools / plant cedars / monitor the air / ban fishing in the reserve / move piled-up waste / build retaining walls",
    aims="protect residents / avoid another flood / stop the shore from eroding / save rare species / cut pollution / prepare for the rains / limit the damage",
    counted="house|houses / family|families / fire|fires / volunteer|volunteers / tent|tents / millimetre|millimetres",
    quotes="The water rose in ten minutes and we carried only the children / The fire was faster than the cars / Each winter we hear the same promise and drown in the same place / The sea takes a metre of beach a year / We saved the people; the homes we could not",
    scenes="A month's rain fell on {P} in one night. / Crews cleared {N0} along the river as a precaution. / Temperatures ran eight degrees above normal. / Landslides cut the road between {P} and {Q}. / First estimates put the damage at {M}. / Schools stayed shut for a third day.",
)
TECHNOLOGY = Subject(
    weight=6,
    actors="the Telecoms Ministry|Telecoms ministry / the telecoms regulator|Telecoms regulator / the national carrier|National carrier / the cybersecurity centre|Cyber centre / the start-up incubator|Incubator / the artificial intelligence lab|AI lab / the Data Protection Authority|Data watchdog / the Space Agency|Space agency / start-ups|Start-ups+p",
    experts="software engineer / security researcher / start-up founder / computer scientist / network operator",
    things="the data centre / the undersea cable / the 5G network / the e-government portal / the data protection law / the satellite / the payments platform / the Arabic language model / the digital identity / the national cloud",
    works="launch 5G / repair the undersea cable / digitise the civil registry / train young programmers / build a data centre / fine monopolies / block scam sites / fund start-ups / launch a satellite / renew bank systems",
    aims="speed up the internet / protect users' data / cut the cost of calls / simplify paperwork / fend off hackers / support Arabic content / create jobs",
    counted="server|servers / programmer|programmers / app|apps / start-up|start-ups / attack|attacks / mast|masts",
    quotes="One cable is not enough for a whole country / Data belongs to people, not to companies / The model reads the formal language and stumbles over dialect / We do not need another app but a shorter form / With each engineer who leaves we lose ten apprentices",
    scenes="Service to {P} was down for four hours after a cable fault. / The centre uses as much power as a middling town. / Teams have repelled {N4} since the start of {month}. / Subscribers grew by {pct} in a year. / The company raised {M} from investors in the region. / The model was shown to students in {Q}.",
)
SPORT = Subject(
    weight=7,
    actors="the national football association|Football association / the Olympic Committee|Olympic committee / the national team's management|Team management / the league|League / Sahel FC|Sahel FC / Jabal FC|Jabal FC / the athletics federation|Athletics federation / the stadium board|Stadium board / fans|Fans+p",
    experts="national coach / former international / commentator / team captain / club doctor",
    things="the cup final / the premier league / the first leg / the marathon / the city stadium / the coach's contract / the swimming championship / the women's team / the disciplinary code / the transfer window",
    works="appoint a new coach / renovate the city stadium / postpone the derby / sign foreign players / hold a training camp / adopt video refereeing / stage the marathon / sell final tickets / open an academy for girls / suspend a player",
    aims="return to the top of the table / reach the finals / raise a new generation / make up for defeat / fill the stands / end crowd trouble / better the records",
    counted="point|points / goal|goals / player|players / spectator|spectators / medal|medals / match|matches",
    quotes="We played as we trained and that is why we won / Defeat taught us more than ten wins / The crowd was our best player / No team is built in a month / One kick does not sum up a season",
    scenes="The winner came in the last minute. / The leaders now have {N0}. / Thousands came from {P} and {Q}. / Two regulars were out injured. / Possession of {pct} brought few chances. / The next round begins early in {month}.",
)
CULTURE = Subject(
    weight=5,
    actors="the Culture Ministry|Culture ministry / the National Theatre|National theatre / the Museum of Modern Art|Modern art museum / the book fair|Book fair / the Writers' Union|Writers' union / the National Orchestra|National orchestra / the Department of Antiquities|Antiquities department / the film festival|Film festival / the House of Poetry|House of poetry",
    experts="stage director / museum curator / novelist / archaeologist / film critic / composer",
    things="the rare manuscript / the summer festival / the retrospective / the opening film / the literary prize / the Roman mosaic / the sound archive / the old city / the guest palace / the new translation",
    works="restore the old city / digitise manuscripts / open the book fair / bring home looted pieces / revive old songs / honour pioneers of the stage / translate new novels / list a heritage site / screen short films / train young craftsmen",
    aims="keep memory alive / get people reading / save old crafts / bring audiences back / nurture talent / expose the trade in antiquities / hand heritage to the young",
    counted="manuscript|manuscripts / film|films / painting|paintings / publisher|publishers / performance|performances / piece|pieces",
    quotes="A city that forgets its stones forgets its names / I wrote the novel to understand my grandmother's house / The silence between two notes is the music / We found the maker's name carved under the plaster / Theatre lives while someone turns on the lights",
    scenes="The show has {N5} never seen in public. / The hall in {P} was full an hour before curtain. / The building dates from the eighteenth century and has a cedar roof. / Tickets sold out in two days. / Restoration cost {M}, a quarter of it from the city of {Q}. / The orchestra played two pieces never recorded.",
)
HOUSING = Subject(
    weight=5,
    actors="the municipality|Municipality / the Housing Ministry|Housing ministry / the Housing Fund|Housing fund / the Order of Engineers|Engineers' order / the planning authority|Planners / the reconstruction board|Reconstruction board / the land registry|Land registry / residents|Residents+p / tenants|Tenants+p",
    experts="architect / estate agent / housing specialist / city councillor",
    things="the building code / the public garden / the downtown plan / the home loan scheme / the rental market / the shanty town / the building permit / the housing estate / the seafront / the earthquake plan",
    works="pull down cracked buildings / grant home loans / turn a square into a garden / redraw district lines / license new towers / count empty flats / repair pavements / sort waste at source / light streets with solar power / settle building offences",
    aims="provide affordable homes / stop speculation / protect tenants / widen green space / make buildings safe / rein in sprawl",
    counted="flat|flats / building|buildings / property|properties / street|streets / household|households / permit|permits",
    quotes="We paid every instalment and never got the key / The ceiling is cracking above our children / The only garden here became a car park / Half my pay goes on rent and the rest on the road / Whoever plans the city should walk in it",
    scenes="The site lies on the edge of {P}. / The average rent rose {pct} in a year. / The city counted {N0} unfit to live in. / Many families left for the outskirts of {Q} in search of something cheaper. / The first phase will cost {M}. / Residents hung banners from their balconies.",
)
LABOUR = Subject(
    weight=4,
    actors="the Labour Ministry|Labour ministry / the General Labour Union|Labour union / the Social Security Fund|Social security fund / the dockers' union|Dockers' union / the wages board|Wages board / the statistics office|Statistics office / the industrialists' league|Industrialists / the job centre|Job centre / domestic workers|Domestic workers+p",
    experts="labour researcher / trade unionist / factory inspector / plant manager",
    things="the minimum wage / the labour law / the unemployment fund / the strike / the collective contract / the pension system / the amnesty for undocumented workers / the night inspection / maternity leave / the job market",
    works="raise the minimum wage / pay overdue salaries / suspend the strike / extend maternity leave / regularise workers / inspect building sites / create an unemployment fund / retrain the jobless / regulate gig work",
    aims="protect workers / cut unemployment / keep sites safe / equalise pay / avoid lay-offs / bring employers back to the table",
    counted="worker|workers / employee|employees / job|jobs / firm|firms / workshop|workshops / day|days",
    quotes="The pay runs out before mid-month / We want a written contract, not charity / The machines stopped; the instalments did not / I lost a finger and nobody called / Talks are better than the street, but not for another month",
    scenes="{N0} joined the strike, organisers said. / {N3} have closed in {P} since January. / Youth unemployment stands at {pct}, the highest since {Y}. / Dozens held a sit-in outside the fund's office in {Q}. / Arrears are put at {M}. / A third round of talks ended without a deal.",
)

LEADS = (
    "{A:1} said on {day} <A:it|they> would {G}, a step meant to {I}. / "
    "{A:1} <A:has|have> decided to {G} from {month}, after weeks of argument over {T}. / "
    "Plans to {G} moved a step closer on {day} when {A} approved {M} in funding. / "
    "{A:1} on {day} set out a plan to {G}, covering {N} in its first phase. / "
    "People in {P} woke on {day} to find that {A} had begun to {G}. / "
    "{A:1} and {B} have agreed to {G}, it was announced on {day}. / "
    "{A:1} on {day} turned down a request from {B} over {T}, as calls grow to {I}. / "
    "After months of waiting, a promise to {G} is about to be kept in {P}. / "
    "{A:1} warned on {day} that any delay would raise the bill by at least {pct}. / "
    "All eyes are on {P} this {weekday}, where {A} <A:is|are> to discuss how to {I}."
)
MIDDLES = (
    "In a statement, {A} said {T} would be reviewed before the end of {month}. / "
    "“{quote},” said {W}. / "
    "{W:1} said it would not be enough to {H} unless other steps followed, above all to {G}. / "
    "The aim, {w} added, is to {I}, “not to score points”. / "
    "First estimates put the cost at {M}, some {pct} above what was expected. / "
    "{A:1} had promised in {month} to {G}, but a quarrel over money held things up. / "
    "{B:1}, by contrast, <B:argues|argue> that it takes more than that to {I}. / "
    "The first phase covers {N} in {P}; a second will follow in {Q}. / "
    "{B:1} had not commented by the time of publication. / "
    "{T:1} raises old questions about how to {I}, and about who pays. / "
    "According to a document seen by this newspaper, the plan to {G} would run for three years and cost {M}. / "
    "The work will be spread over {N}, {A} explained, with results published every three months. / "
    "Observers compare it with what happened in {Q} in {Y}, when a similar scheme stalled within months. / "
    "{B:1} called for faster action to {H}, saying there was no time for another round of debate. / "
    "A poll in {P} found that {pct} of those asked would support moves to {G}. / "
    "Even so, hopes to {I} depend on what comes out of the talks between {A} and {B}. / "
    "In {Q}, residents said nobody had asked them, and that they learnt of it from the news. / "
    "The decision sets a deadline at the end of {month}, followed by fines of up to {F}. / "
    "{W:1} pointed to a scheme in {Q} that managed to {I} at a lower cost. / "
    "On {T} there is still no agreement: {A} <A:insists|insist> on wording that {B} <B:rejects|reject>. / "
    "It comes days after {B} announced plans to {H}. / "
    "In the cafés and markets of {P} people talk of little but {T}. / "
    "The figure was {N} a year ago; today it is far lower. / "
    "{B:1} noted that {U} would need a second look too. / "
    "An official who asked not to be named said the plan to {G} was “irreversible”. / "
    "“{quote},” {w} said, leafing through a thick folder of letters."
)
ENDINGS = (
    "{A:1} <A:is|are> expected to return to the matter on {day}. / "
    "“{quote},” {w} said. / "
    "Until {month}, the question in {P} remains open: is it possible to {I}? / "
    "A final decision is due before the end of {month}. / "
    "Until then, {A} will go on trying to {H} with what there is. / "
    "The coming months will show whether the plan to {G} is enough. / "
    "{B:1} <B:has|have> been given two weeks to reply in writing."
)
LEXICON = Lexicon(
    subjects=(
        ECONOMY,
        POLITICS,
        ENERGY,
        COURTS,
        HEALTH,
        SCHOOLS,
        TRANSPORT,
        FARMS,
        WEATHER,
        TECHNOLOGY,
        SPORT,
        CULTURE,
        HOUSING,
        LABOUR,
    ),
    men="Ahmad / Karim / Sami / Nabil / Youssef / Omar / Tarek / Ziad / Fadi / Rami / Walid / Hani / Said / Majed / Basem / Jamal / Rashid / Adel / Munir / Anwar / Ayman / Bilal / Tawfiq / Hazem / Daoud / Raed / Salim / Shadi / Sabri / Amer / Ghassan / Firas / Qasem / Mazen / Nader / Hisham / Wael / Yasser / Ibrahim / Elias / Amin / Bashir / George / Michel / Marwan / Issam / Hamza / Idris / Mustafa / Yazan",
    women="Mariam / Layla / Huda / Samar / Reem / Nour / Salma / Dana / Lina / Rana / Hala / Maha / Nadine / Zeinab / Suad / Amal / Iman / Basma / Tala / Jumana / Hanan / Khulud / Dalal / Rabab / Sahar / Shirin / Safaa / Abeer / Ghada / Farah / Carine / Lama / Muna / Nadia / Hind / Wafa / Yasmin / Amina / Asma / Ilham / Nisreen / Rola / Fatima / Aisha / Kawthar",
    families="Khoury / Haddad / Mansour / Shami / Masri / Baghdadi / Tounsi / Qasem / Ali / Hassan / Najjar / Khatib / Sabbagh / Darwish / Farah / Salameh / Shaheen / Abboud / Ghanem / Kanaan / Murad / Nasser / Hashem / Yaacoub / Zoubi / Omari / Fassi / Bakri / Tamimi / Jabri / Halabi / Dimashqi / Rawi / Zein / Saadi / Sharif / Saleh / Tawil / Ghazali / Fares / Qaisi / Kurdi / Labban / Malki / Nuaimi / Hashemi / Wazzan / Yazigi / Abu Zeid / Abu Shaqra / Ben Omar / Ben Salem / Bouaziz / Belhaj / Idrissi / Alaoui / Mrabet / Ouertani / Trabelsi / Sfaxi / Maqdisi / Nabulsi / Karmi / Jarrar / Touqan / Azouri / Itani / Qabbani / Karam / Maalouf / Nehme / Wehbe / Zakhour / Rizk / Sairafi / Fahham / Dabbagh / Saqqa / Nahhas / Attar / Hayek / Rifai / Kilani / Boustani / Ayoub / Barakat / Gibran / Hamdan / Khalil / Dib / Zeidan / Saqr / Assaf / Fayad / Qandil / Lutfi / Matar / Nassar",
    places="Beirut / Cairo / Amman / Baghdad / Tunis / Rabat / Damascus / Tripoli / Algiers / Khartoum / Alexandria / Sidon / Casablanca / Basra / Aleppo / Mosul / Sanaa / Aden / Jeddah / Doha / Tyre / Zahle / Baalbek / Homs / Latakia / Erbil / Najaf / Irbid / Zarqa / Aqaba / Karak / Nablus / Ramallah / Hebron / Gaza / Nazareth / Sfax / Sousse / Kairouan / Bizerte / Gabes / Oran / Constantine / Annaba / Tlemcen / Fez / Marrakesh / Tangier / Agadir / Oujda / Benghazi / Misrata / Sabha / Port Sudan / Omdurman / Atbara / Taiz / Mukalla / Nouakchott / Mogadishu / Djibouti / Aswan / Luxor / Mansoura / Tanta / Asyut / Port Said / Suez / Damietta / Fayoum / Samarra / Duhok / Sulaymaniyah / Kirkuk / Deir ez-Zor / Suwayda / Deraa / Tartus / Byblos / Batroun / Nabatieh / Jezzine / Aley / Hermel / Ajloun / Madaba / Maan / Jerash / Salt / Taza / Larache / Mahdia / Tozeur / Biskra / Ghardaia / Salalah / Nizwa / Kassala / Zliten",
    days="Sunday / Monday / Tuesday / Wednesday / Thursday / Friday / Saturday",
    months="January / February / March / April / May / June / July / August / September / October / November / December",
    leads=LEADS,
    middles=MIDDLES,
    endings=ENDINGS,
    subheads="A quarrel over money / What happens next / Voices from {P} / Figures in dispute / Deadline in {month} / A lesson from {Q} / Who pays? / An earlier attempt / Waiting in {P} / What has changed / Between promise and delivery",
    headlines=(
        "{a} <A:begins|begin> to {G} in {P} / {a} to {G} in {P} before end of {month} / {P}: plan to {G} covers {N} / {a} <A:sets|set> aside {M} to {I} in {P} / "
        "{a} and {b:0} split over plan to {G} in {P} / {a} <A:warns|warn>: no way to {I} without moves to {G} / {T:1} from {P} to {Q}: what has changed in {span}? / "
        "{w} in {P}: it takes more to {I} than to {G} / Plan to {G} divides {P} / {a} <A:promises|promise> {P} to {I} within {span} / "
        "Why the plan to {G} in {P} is {span} late, by {w} / {N} in {P} wait for moves to {G} / {b} <B:objects|object> to plan to {G} in {P} / "
        "From {P} to {Q}: how to {G}, step by step / Bill up {pct} as {P} tries to {G}"
    ),
    tails=" after {span} of argument / , at a cost of {M} / , amid row over {T} / , with an eye on {Q} / , as {b:0} <B:waits|wait> / : {N} in first phase",
    decks=(
        "{B:1} <B:wants|want> guarantees, and people in {P} wait to see what will change in their lives. / The cost is {M} and the deadline {month}; the quarrel is over who goes first. / "
        "{N} in the first phase, and questions about how to {I}. / Documents and testimony show how {T} came to this point. / {W:1}: the priority is to {I}. / "
        "A decision {P} has long waited for, and doubts from {B}. / What we know so far about the plan to {G}, and what has not been said."
    ),
    list_intros="The plan includes: / The main points of the decision: / Opponents ask for three things:",
    list_items="moves to {G} before the end of {month} / funding of {M} / a start to {H} in {Q} / a regular report on {T} / a seat at the table for {B} / beginning in {P}, where the need is greatest",
    spans="three months / six months / a year / two years / 18 months / five years / 100 days",
)
