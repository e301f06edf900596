/**
 * Words that may stay in a contract's description: those of the public classifications of products, services and
 * industries and of the publisher's dictionary, words that many descriptions use, and plain English. No given names
 * and no common family names, even where they are words too (a test holds it). Lower case, in order.
 */
export const vocabularyWords: readonly string[] = `
a aap abbreviated abbreviation abbreviations abilities ability abilityone able about above abstract abuse ac
aca academy acams acceptable accepted accesories access accessibility accessories accessory accommodate
accomplished accordance according accordingly account accountability accountants accountbalances accounting
accounts accounttitle accreditation accreditations accrual accrued acct accuracy accurate accurately aceit
achieve achieved acqui acquire acquired acquires acquisitio acquisition acrime acrobat acronym acronyms
across act action actiondate actions actiontype activated active activities activity actual actually ada
adaptability adapted adapters adaptiva adaptive add added adding addition additional addr address addresses
adds addtional adelanto adhesives adj adjudication adjudicator adjust adjustable adjusted adjusting
adjustmen adjustment adjustments adjusts admin administer administration administrative administratively
administrator adobe adoption adp adult adv advance advanced advertised advertising advisor advisors advisory
ae aeb aed aeds aemms aerial aeronautical afa affairs affirmative aflag africa after against agencies agency
agencyid agencyidentifier agent agents aggregate aggregating aggregation agile aging agree agreement
agreements agricultural agriculture aguadilla aid aids aiming aiobflag air airborne aircraft aircrafts
airframe airport alabama alamosa alarm alaska alaskan albans albany alert alexandria algreg alien aliens
alienware align aligned aligns all allentown allied allies allocated allocation allocations allow allowing
allows allstates along alpha alphanumeric already also alteration alternate alternative alternatives
although altoona always amazon amb ambulatory amd amended amendme amendment amends american ammo ammunition
among amount amounts amp amrs amss amusement an analog analysis analysist analyst analysts analytic
analytical analytics analyze analyzer analyzers analyzing ancillary and android angeles animal ankle
annandale annex announcement annual annuities another ansi answering antennas anti anticipated anticipates
anticipation antilles any anywhere aor apaobflag apc aperture apfs aphase aphs api app apparatus apparel
appearance appears appendix apple appliance appliances applicability applicable applicants application
applications applied applies apply applying appreciation approach appropriate appropriated appropriation
appropriations approval approvals approve approved approves apx arc arcgis architect architectural
architecture archival archive archives archiving are area areas ares arizona arjis arkansas arlington armag
armament armbands armed armor armored armory arms arrangement array arrest arsenal article articles
artifacts arts as asac asb asian aside aspc assault assemblies assembly assessing assessment assessments
asset assets assigned assignment assigns assist assistance assistancetype assistant assisting assists
associated association assurance assure astro at atd athletic atlanta atom attached attachment attack
attorney attorneys attribute atv au audiences audio audit auditing audits aug authentic authentication
authoritative authorities authority authorization authorize authorized authorizes authorizing auto autocad
autocomplete automate automated automates automatic automatically automation automations automobile
automotive availability available avaya ave avenue aw awaiting awar award awarddescription awarded awardee
awardees awarding awardingagencycode awardingagencyname awardingofficecode awardingofficename awards
awareness axiom axle azure back backbone background backpacks backtrace backup backups bacon badge badges
badging bag bags baking bal balance balances ball ballistic baltimore band bang bangs bank bankscan baobflag
bar barco barcode bargaining barracks barrel barrels barrier base based bases basic basis bass batavia
bathroom baton batteries battery battlefield bay be beach bearcat bears beaumont beauty because bed beds
been before beginning begins behalf behavioral being belly below belts beneficiaries beneficiary benefit
benefits benning berla bernardino best better between beyond bfc bfdf bfi bfu bi bicycle bicycles bid
bidding bids big bilateral billings binding binoculars bins bio biohazard biological biologicals biometric
biotechnology bitmap biz black blackberry blade blank blanket blanks bldg block blockchain blockchains
blower bls blue blueworks bmc bnd boa board boards boas boat body boise bollards bolt bomgar bono bonus
bonuses book bookbinding books booth booths border borrowing bosch boston both bottle box boxed boxes boys
bpa bpas br brake branch brand branded breacher breaching break breakdown breaker bridge brief briefs
broadcasting broadview broken broker brokerage brokerages brokers broom brooms brought broward brunswick
brush brushes bssp bthp bu bucket buckshot budget budgetary budgeting buffalo build building buildings
buildout bulb bulk bullet bundle bundled bundling buoyant bureau bureaus burlington bus buses busi busin
busine business businesses businesstype businesstypes but butte buy bwc by cabinet cabinets cable cables
cabling caf cafcc cage caii caiman cal calculated calculating calea calendar calexico caliber calibration
california call calls camera cameras camp campaign campgrounds camps can canadian cancel canceled
cancellation cancels candidates canisters cannisters cannot canon canvas capabilities capability capabiltiy
capacity capital capitalized captivate capture captures car carbine carbon card cardiopulmonary cards care
career cares cargo carpet carport carried carriers carry carrying cars cart cartons cartridge cartridges
carts cas casa case cases casework cash casino casper cat catalog catalogs catalyst catch categories
category caterers caucho cause cba cbp cc ccht cci cco ccrexception cctv cd cdcr cdec cdf cdo cdoss ceiling
cell cellebrite celluar cellular census centennial center centers central centralize centralized centre
centro ceremony certain certification certifications certified ceulluar cew cfda cfm cfo cfr cgac chage
chain chainalysis chains chairs chamber change changes chaplain character characteristic characters charge
chargers charges charging charleston charter chartered chatham chattanooga check checks chelmsford chemical
chemicals chicago chief child children chiller china chromatography cibola cimarron cincinnati cio cip
ciphertrace circuit circuits circular circulating circulators circumstances cisco cited cities citizen
citizens citizenship city civic civil civilian cjis cl claim claimant claims clariti class classes
classification classified classroom clause clauses clean cleaner cleaning clear clearance clearinghouse
clearsteth clemis clerical clerks cleveland clickshare client climate clin clinger clingercohenact clinics
clins cloesout close closed closely closeout closes closing clothing cloud cloudbees clta club cmd cmsd cmsw
cnii co coaching coat cobalt cobweb cobwebs coca cod code codes coding cognos cohen coherent coin coinbase
coincide cold coll collab collaborating collaboration collaborative collabspace collect collected collection
collections collective college colleges collibra color colorado colt columbia columbus column columns com
combat combating combatting combination combined combining comcast coming comma command commercial
commercially commission commitment commits committee commodities commodity common communicate communication
communications communities community comp compact companies company comparative comparators compare
compartmented compatibility compatible compelling compensated compensation compensatory compete competed
competency competition competitive competitively competitiveness complementary complete completed completes
completion complex compliance compliant comply complying component components composite compounds
comprehensive compression compressor compressors compromise comptia compute computer computers computing con
concatenated concatenating concatenation concealable concealment concept concern concerns concord concrete
concurrent condition conditioning conditions conduct conducted conducting conductive conference conferencing
configuration configured confined confluence congr congress congressio congressional connect connected
connecticut connection connections connectivity conroe consensual conservation consideration considered
consist consistent consolidated consolidates consolidating consolidation constitute construct construction
constructively consular consulting consumer contact contain contained container containers containment
contains content continental contingency contingent continuance continuation continue continued continues
continuing continuity continuous contiunity contraband contract contractactiontype contractawardtype
contractbundling contractfinancing contracting contractor contractors contracts control controlled
controlling controls convenience convention converisions conversion convert converters convey cooking
cooling coopera cooperation cooperative coordinate coordination coordinator coordinators copier copiers
copies copilot copy copyright cord core corn corp corpo corpor corporat corporate corporation corps correct
corrected correction correctional corrections corrects correspond correspondence corresponding corruption
cors cortex cosmetics cost costar costorpricingdata costperform costs could council counseling counter
countering countermeasures counters counterterrorism counties countries country countrycode countryoforigin
county courier couriers course courses court courts cover coverage covered covering coverings covers covert
covid cpage cpak cpcoc cpe cpg cpi cpr cpu crates crating cre create created creates creation creative
creator credential credentialing credentials credit credited creedmoor crim crime crimes criminal criminals
crisis criteria critical cross crossfire crossings crosslink crosswalk crowd crowdstrike crucial
cryptocurrency csa csea csv ct ctceu ctd ctr cts cuba cubical cubicle cubicles cui cultural cumulative curr
currency current currently curriculum curtain curved custodial custody custom customarily customer
customization customized customs cut cutting cwms cyber cybercrime cybercrimes cyberfeds cybersecurity
cycles cymru dagr daily daims dal damaged damages darkblue dashboard dashboards data database databases
databricks datacenter datapilot dataset datawatch date dated dates davisbaconact day days dba dca dcco dd de
deaf dealers death debentures debit debt dec december decision declaration declared decommissioning decrease
decreased decreases decryption dedicated deducted default defaults defender defense defensive deferred
defibrillator defibrillators defined definite definition definitions definitive definitization definitize
definitized definitizes deia dejero del delaware delays delete deleted deletion deliv deliver deliverables
delivered deliveries delivers delivery dell delta demand demands demolition demonstration demonstrations
denoted dental dentifrices dentists denver deob deobligate deobligated deobligates deobligation
deobligations department dependent dependents deploy deployed deployment deportation deprecated depreciated
dept deputy derived desc described describes describing descrip description descriptions descriptive desert
design designated designates designating designator designed designer designs desk desks desktop desktops
destruction detached detail detailed details detain detained detainee detainees dete detect detecting
detection detective detector detectors detention deter detergent determination determinations determine
determined determines detroit develop developed developer development developmental develops device devices
devsecops dfars dglb dhs diagnostic diamond dictionary did diem diesel dietary difference different digit
digital digitization digitizing digits diligence dilley dining direct directed directly director directorate
directors directv disabled disad disadvantage disadvantaged disaster disasterrecipient disasters disbursed
disbursements disc disclosure discover discovery discrete discretion disinfectant disinfectants diskstation
dispensing dispersion display displayed displaying displays disposal disposition disruption disseminates
distance distinct distinguished distinguishes distinguishing distraction distribution district diversity
diving division divisions dmss dna do docket dockets docking docs document documents dod dodea does doing
dol dollar dollars dollarsobligated domain domestic domestically donations door doors dorian dosimetry dot
double down download downloads downward dragon drawings drive driven drives dro drone drones drug druggists
drugs dry drycleaners drycleaning dryer drywall dsla dsp dual due duex duns duo duplicating durable during
duties duty dvd dvr dwellings dynamics each ear earned earnings earth earthenware earthquake easily east
easy eat ebola ecco echeverria eclinicalworks economic economically economy ecw edge edged ediscovery edited
editing edition eds edsice educ educate education educational edwosb edwosbss eeo eeoc effect effective
effectivedate effectively effectiveness efficien efficiency efficient efficiently effort efforts eft ehr
eight eis either ejection ela elastic elasticsearch eld electric electrical electricity electromedical
electronic electronics electrotherapeutic element elementary elements elevator eleven eligibility eligible
elimination elite elitebook elitedesk elk elliptic elp elpaso emc emergencies emergency emerging emitted
employed employees employment empty emulating enable enables enabling encase enclosure enclosures encoders
encompassed encountered encounters encourage encrypted end ended ending endpoint endpoints ends enduring
energy enforcement enforcementrifle enforcments eng engine engineer engineering english engraving enhance
enhanced enhancement enhancements enhances enhancing enrollment enrollments ensure ensures ensuring enter
entered enterprise enti entire entirely entities entitlement entity entry entuity environ environment
environmental environmentally environments eoc eoss eotech epa epc epsb eqe equ equal equifax equinix equip
equipmen equipment equipping equitable equity equivalent eqw erad erecting ero erotd error errors erwin esb
escort escrow esd ess essential essentials establish established establishes establishing establishment
estate estimate estimated estimates esun et etc ethernet eti evacuation evaluated evaluation even event
events every evidence evidentiary ex examination examinations examiner example examples exams excavating
exceed exceeding exceeds excel except exception exceptions excess exchange exchanges exclude excluded
excluding exclusion exclusively exec execute executed executes executing execution executive executives
exemp exemplars exempt exempted exercise exercised exercises exercising exericse exhibit exist existing
expandable expansion expectation expected expects expedited expenditure experian experience experimental
expert expertise expired expiring explains exploitation explorer explosive explosives expo express expressly
expressways exte extend extended extenders extending extends extension extensions extent extentcompeted
extention exterior external exterro extract extraction extractions extreme exxact fa fabric fabricated
fabrication fabrics fabs face facial facilitate facilitates facilitating facilitation facilites facilities
facility facilty facing fact factor factors failure fain fair fairfax falcon false families family fan fans
far fargo farm farmers fats fax faxno fayetteville fbo fca fcn fdas fdonline feasibility feasible feature
feb february fed fedbizopps federal federally federated fedex fee feed feeds fees fellowships female fence
fences fencing fentanyl few ffata ffms ffp fhr fiber field fields fighting file fileonq files filing filings
filler filling film filters final finalizes finalmobile finance financed financial financing finding
findings finger fingerprint fingerprints finish finishing fire firearm firearms firewall firewalls firing
firm firms first firstsource fiscal fishbowl fist fit fitness fitting fittings five fivecast fix fixed
fixture fixtures flag flash flashlight flashlights flashpoint flat flatbed fleet fletc flexi flexibility
flexible flight flights flo flooding floor flooring florida flow fmj fms fmu foc fof foia folders folkston
follow following foo food foods footwear for force forcepoint forecasting forei foreign forensic forensics
forestry forfeiture forgn form formal formation formats formerly forms formula formulary formulas fort forth
fortify forum forward found foundation foundations four fourteen fourth fpas fpds fps framing francotyp
frangible franscisco fraud freedom freezer freight frequency fresno fresnos friday from front fsafeds fsii
fsm fsr fsrs fss ftk fuel fuels fugitive fujitsu fulfills full fullname fully fuming func function
functional functionality functions fund funded fundi funding fundingagencycode fundingagencyname
fundingofficecode fundingofficename funds fungible funiture furnish furnished furnishing furnishings
furnitre furniture further fury fuse fusion future fy fyb gallows games gap garage garages garbage gartner
gas gasoline gates gateway gather gathering gauge gazetteers gbl gcms gdhp gear gemini gen genc general
generally generated generating generation generator generators geo geocoder geographic geographical geonames
geophysical geospatial geotechnical getdata gettysburg gfe gfp ghz gifts girls given gl glass glazing
glendale glnhsi global glock glove gloves gmc gnis go goals goco goes goggles gogo going gold golden golf
good goods google goshen gotenna gov govcloud gove governance governm government governmental governments
governmentwide govs govt gp gps gra grain grand grande grantees granting grantmaking grants graph graphic
graphics graykey greater green griffeye grip grocery gross ground grounds groundskeeping group grouping
groups grove gsa gtr guam guantanamo guarantee guaranteed guard guards guidance guide guided guidelines gulf
gun guns guran gustav gwa gwac gym gymnastic hack hacp hagerstown haiti haivision hall halt hand handbooks
handcuffs handguards handguns handheld handle handset handsets handtool handwear hanna haobflag hard
hardened hardware harlingen harris hartford has hat have haven having hawaii hawaiian hazard hazardous hbcu
hbcuflag hbcus hdts head header headquarters heads headset headsets healey health healthcare hearing heart
heating heavy held helmet helmets help helpdesk hermes hero hewlett hidta hierarchy high highcompofficer
higher highlands highly highway hill hills hinge hired hires hiring hispanic historic historically history
hlg hmp hmt hnl holder holding holds hollow holographic holsters home homeland honeywell honolulu hoover
hose hosiery hospital hospitalflag hospitals host hostage hostile hosting hosts hotel hotels hotline hour
hours house housed household housekeeping housewares housing houston how hpc hrit hs hsar hsbp hscedm hscemd
hscems hscetc hscete hsd hsi hssedi htm html http hub hubs hubzone hubzoneflag human humanitar humanitarian
humanities humidity hundred hunstville huntsville hurricane hutto hvac hw hyas hyattsville hybrid hydration
hydraulic hydronics hygiene hyper hyperion hzc hze hzs ia iacp iad iae iaq iaw ibm ice ices icm icn ics id
idc ideal iden identifiable identification identified identifier identifies identify identifying identities
identity idiq idrs idv idvagencyid idvpiid idvs iee ies if ifaks ifg ifpcu igf igp ihsc ii iids iii iiia ike
illegal illicit illinois image imaged imager images imaging immediate immediately immigrant immigrants
immigration immigrations impacted impacts impaired imperial implan implement implementation implements
imposed impractical improve improvement improvements improving ims in inability inauguration inc incentive
incentives inch incident incidents incits includ include included includes including inclusion income
incoming inconsistent incorporate incorporated incorporates incorporation increase increased increases
increasing incremental incrementally incur incurred ind indefinite indemnify independent indexes indexing
indian indianapolis indicate indicates indicating indicator indicators indicatr indirect individual
individuals indoor industrial industries industry infection info infoblox infor informatica information
infrastructure inherently initial initiate initiative initiatives injury inked innovation inoperable input
insect inserted inserts inside insignia inspect inspection inspections install installation installed
installing installs instances institional institu institute instituti institution institutional institutions
instrastructure instruction instructional instructions instructor instructors instrument instruments
insulation insurance insured intake intangible integrated integration intel intella intelligence intended
intensive inter interaction interagency intercept interchangeable intercommunication interest interface
interfaces interim interior intermediate internal international internationally internet interpretation
interpreter interpreting interstate interval interview interviewing interviews into intragovernmental
intranet intrusion intuitional inventory investigat investigate investigating investigation investigations
investigative investigators investment investments invoice invoices invoicing involve involvement involving
ios ipad ipads ipp ipqualityscore ipr ipsb iraq irdf irment iron irons irp irradiation irrespective
irrigation irs irving is isairportauthority isap isbee isdomesticshelter isfoundation isilon isindiantribe
isinterstateentity island islands isn iso isolation isportauthority isschoolofforestry issuance issue issued
issues issuing istransitauthority istribalcollege it itacs item items itfo itops itpc its itsm itsr itss iv
jacket jacketed jackets jail jam jamf jamming janitorial january jasper java javelin jboss jefferson jersey
jfrmu jhp jira job joint journeyman july junior juniper junk justice justicetrax justification justified
juvenile jwod kac kansas kbt keep keeps kenya kerberos key keyboard keyboards keystone kitchen kits knitting
knives know knowledge known kojak konica krome krono kva kwizcom lab label labelled labels labor
laboratories laboratory labs lack laguna lake laminate laminated laminates lamp lamps lan lancaster land
landgrantcollege landing landscape landscaping language laptop laptops laredo large las laser laserjet
lasers last lastdatetoorder lastmodifieddate latah late later latest launchers launching launderers
laundering laundries laundry lavatory law lawn laying lcat lcats lcd ldaims lead leader leadership leads
leadtools leadtrac learn learning lease leased leases leasing leather leavenworth lectures led ledger leg
legacy legal legalentityzip legalentityziplast legally legislation leids leisi lenco lender lending lens
lesa lesc less lessors lethal letter lettercontract level lgly lia liability liaison libraries library
licenese license licensed licenses licensing life lifecycle lifecycles lifesaving lifetime lift lifts light
lighting lights lightweight like likely limi limited limits lims line linen linens liners lines linguistic
link linkedin linking linux liquid liquidate list listed listing listings lithium litigation live llc load
loaded loan loans lobby local localareasetaside locate located location locations lock locker lockers
locksmiths lodging log logistical logistics logitech loki long longer look lookup los losses lost lot lots
loud louisiana louisville low lower lowest lubrication luggage lumber lunches lysol macbook macbooks machine
machinery machines made mafo mag magazines magnet magnetic mail mailroom main mainaccountcode mainframe
maint maintain maintaining maintenanance maintenance maj major majorprogramcode make makes malta malware
manage managed management manager managers manages managing managment manchester mandated mandatory manner
manual manufacture manufactured manufacturer manufacturing many map mapped mapping maps mar march marcs
marine markdown marker market marketing marketplace marking markings maryland mask masks masonry mass
massachusetts mat match material materials matls mats matter mattress mattresses maturity maximum mcafee
mcallen mclean mdl meal meals mean meaning means measurable measurably measure measured measuring mechanical
mechanism media medic medical medicated meet meeting meets mega members membership memorandum memory memphis
men mental mentorship meraki merchandise merchant merge merger mes mesa mesh messenger messengers met metal
meter methamphetamine method methodology methods metrics mexico mfd mfds mfg mfr mg mgmt mi miami mice
michigan micro microfilm micronesia microphones microscope microsoft middleware midwest migrant migrants
migrate migration migrations mil mileage military milling million mills milo milwaukee mined mini minimum
miniwarehouses minnesota minor minority minors minot minus minutes misc miscellaneous missile mission
missions mitigate mitigation mititgation mixed mm moa mobile mobility mobilization moc mod model modeler
modeling modem modern modernization modernizes modif modificati modificatio modification modifications
modified modifies modify modnumber mods modular module modules moe monday money mongo mongodb monies monitor
monitori monitoring monitors monocular montana montgomery month monthly months mop mops more most motel
motels motion motor motorcycle motorcycles motorola mou mount mountain mounted mounting mounts mouse mouses
move movement moves movie moving mpc mpt mpu mpx mrc mres msab msd mulesoft mult multi multiclinic
multifuctional multifunction multifunctional multimedia multiple multiyear multiyearcontract municipal
municipality munitions museum museums must muster mutual muzzle mythics na naics nam name names nan
nanotechnology naobflag narcotic narcotics nasa nation national nationals nationwide native natural nature
nautical naval navigate navigation navigational navigator navy ncs ndo ndtc near necessarily necessary need
needed needs negative negotiated negotiator negotiators neither neoscan net netapp netbackup network
networking networks neutral nevada new newark newly news newspapers newsprint next nexus nga ngal ngds ngp
night nightwear niguel nine nitrile nlets no node nogales non nonavailability noncash noncitizen noncitizens
noncompetitive nondurable none nonedged nonelectrical nonemergency nonhazardous nonmetallic nonpowered
nonprofit nonrechargeable nonresidential nonrotating nonscheduled nonupholstered nor normal normally north
northeast northern northwest not note notebook notebooks notice notifica notification novated novation
november now np nrc ns nsa nsgb nsgreg nuclear nuix num number numberofactions numbers numbersandtitles
numeric nursing nuvi nuys nvidia nyc oac oafm oakdale oakland oam oaq object objectclass objectclassname
objectives oblig obligate obligated obligates obligating obligation obligations obp obpp observation
observed obtain obtained obtains oc occ occupancy occupational occur occurred occurs ocfo ocio ocrc october
odc odcr odo oef oem of ofa off offender offenders offenderwatch offer offered offerer offerings offers
office officer officers offices official officials offsetting offsite ofm ofs often oftp oge ogl ohc ohio
oil oils oipa okc oklahoma olcd old older omaha omb on onboarding one ones onesite ongoing online only
onsite onyx opa open operability operable operate operated operating operation operational operations
operationsas operative operator operators ophelia opinion opioid opl opla opp opperation opportunities
opportunity opposed opps opr ops opt optic optical optics optimization option optional options
optoelectronic or oracle orange ordad order ordered ordering orders ordinarily ordnance org organ
organization organizational organizationaltype organizations organizers organizes orig origin original
originally orleans osa osdd osdmis osdss ot otay otcd oth other otherwise oua our out outbreak outcomes
outdated outdoor outerwear outfits outfitting outlay outlayed outlays outlined outpatient output outreach
outside outstanding over overall overhires overlay oversight overstay overtime overview own owned owning
owningagencyname oxygen paas pacer pacific package packages packaging packard packing pacs pads page paid
paint painting paints palantir palau paliscope pallet pallets pamphlets pandemic panel panels panoramic
paper paperboard para paragraph paragraphs parcel parent parentawardid park parking parole parsons part
partial partially participant participants participate participating particular parties partition partner
partners partnership parts party paso passenger passthrough passware patch patches patent path patrol pay
paym payment payments pays pba pbsa pbx pcn pcs pdc pdf pdr peacekeeping pearsall peculiar pelican pen penal
penlink penlinks pens pension pepper pepperball per perc percent percentage perdiod perf perfor perform
performance performed performing performs perfume perfumes period periodical periodicals periods peripheral
peripherals perishable permalink permanent permissions permits permitted permitting perp perpetual personal
personally personnel pertain pest pesticides pet petroleum pflugerville phalanx pharmaceutical pharmacy
phase philadelphia phoenix phone phoneno phones phonographs photo photocopying photographic photography
photospectral physical physicians pi pick picture pidc pii piid pilot pin pipe pistol pistols pittsburgh piv
pixels pl pla placards place placed placement placeofmanufacture places placing plain plan planet planned
planning plans plant plantation plants plaques plastics plate plates platform platforms plotter plum
plumbing plus plx pm pmo po point points polaris pole police policies policy polish polishing political
polling polo polycom polygraph polymer polyswarm polytac pool pop port portable portal portals ported
portfolio portion portions ports pos position positions positive possession possessions possibilities
possible post posta postage postal postalia postbase posted postings postproduction potential potomac pouch
pouches poured pov powders power powerapps powered poweredge ppa ppaid ppbe ppe practicable practice
practices prairieland pre prea preceding precision precursor predominant predominantly prefabricated
preferable preference preferences preferential premier premium premiums prepaid preparation preparations
prepare prepared prepayment preponderance prerecorded prescribed present presentation presents preserve
president presidential press presses pressure prevent preventative prevention preventive previous previously
pri pric price priced prices pricing primarily primary prime primeawardamount primeawardid primetransactions
principal principalnaicscode principle print printed printer printers printing prior priorities priority
prism prisma prison privacy private privately prj pro proactive probation probe problem probook probooks
proc procedur procedure procedures proceedings process processed processes processing processor procs
procure procured procurement procurements procures procuring produc produced product production productivity
products profession professional proficiency profile profit prog progr program programacronym programmatic
programming programs progress project projected projectile projectiles projects proliferation promote prompt
propagated propane prope propellants propelled proper properties property proposal proposals proprietary
proprietorship prosperity protect protecting protection protective protest protocol prototype provi provide
provided provider providers provides providing province provision provisions psc psychological ptn ptz
public publication published publishers publishes publishing puerto pull pulled pulp pump pumping pumps
punched pur purcahse purchase purchased purchases purchasing purification purpose purposeful purposes
pursuant push pws pyrotechnics qass qc qintel qqq qtr qty qualification qualifications qualified qualifying
quality quantifying quantitative quantities quantity quantum quarter quarterly query quest quick quote
quoted rac rack radar radiation radii radio radiography radiological radiology radios raid rail railing
raleigh ram raman rams ranch random range ranger ranges ranging rape rapid rapidly rapids rat rate rates
rather ratification ratify rating raven raysecur rcra rdecember rds re rea reached reaction reactor read
reader readers readiness ready real realign realignment realigns reality reallocate reallocates rear reason
reasonable reasonably reasonnotcompeted reasons reassemble rebuild rebuilds rec receip receipt receipts
receive received receiver receivers receives receivescontracts receivesgrants receiving rechargeable
recipient recipients recognition recognized recoil recommend recommended recompete recon reconciliation
reconciliations reconfiguration record recorded recording recordings records recordtype recov recover
recovered recoveries recovery recreate recreation recreational recruit recruiting recruitment recurring
recycling red redacted redetermination redhat redss reduce reduced reduces reductions ref refer reference
referenced referrals referred referring refers reflect reflected reflective refresh refrigeration
refrigerator refuge refund refunds regarding regardless region regional registered registration regular
regulated regulation regulatory reilly reimbursable reimbursement reimbursements reinstate reinstates
related relates relating relation relations relationship relatives relativity release relevant reliable
relief religious relocate relocation rem remain remainder remaining remains remediation remington remote
removal removals remove removes rendering renew renewal renewals renews renovation renovations rent rental
rentals reoccur reoccurring reorganization repair repairing repairs repatriation repayment repeatable
replace replacement replacements replaces replacing replenishable replenishment report reported reporter
reporting reports repository representative representatives represented representing represents reproducing
republic republication req request requested requesting requests require required requirement requirements
requires requiring requisition rerepresentation res resale rescind rescinds rescue research resellers
resemble reservation reservations reserve reserved resident residential resides resilience resin resistant
resolution resource resources responder response responses responsibilit responsibility responsible
responsive rest restoration restraints restricted restrictions restroom restructure result resulted
resulting results resume resuscitation retailers retaining retention retire retirement retrieval retrieved
retrofit return reunification rev reverse review reviews revise revised revises revision rf rfriday rht rhta
ribbon rico ricoh ride rifle rifled rifles rights rightsizing rio riot risk ritm rivers riverside rmr road
roanoke robot robotic robotics rock rodent roof roofing room rooms rope roshel rosslyn rouge round rounds
route router routers rpa rpass rpf rpms rrt rsb rtac rubber rule run runs saaobflag saas sabre sac sacks
sacramento safe safeguard safeguarding safely safenet safes safety sai salary salisbury salt same samoa
sampublic samsung san sanction sanitary sanitation sanitizing sans santa sanyo sap sas sass sat satellite
satisfy sau save savings saw saws sayari sb sba sbir sbp sca scaffolding scalability scalable scalar scales
scan scanned scanner scanners scanning scansnap scanwriter scarborough scenario schedule scheduled schedules
schema scholarships school schools science sciences scientific scif scooters scope scopes scorporation
scottsdale screen screening script scripting sda sdb sdbflag sdd sdu sdvosb sdvosbc sdvosbs se sea seal
sealed sealers search searchable searchtext seating seatransportation seattle second secondary secretary
section sectors secure secured secures securi securiblank securing securities security sed see seekere
seized seizure select selected selection self semiconductor semifinished seminar seminars senator senior
sensitive sensors sent sentinel sentry separa separate separated separately sept september seq ser sercvice
series serv serve server servers serves service servicecontractact servicenow services servicing servies
serving ses sess set sets settlement setup seven several severe sevis sevp sevpams sew sewage sewer sewp sex
sexual sff shadow shadowdragon shall shape share sharegate sharepoint shares sharing shaving shd sheet
sheets shelter sheltered shelters shelving shield shielded shields ship shipping shirts shodan shoes shooter
shooting shop shops short shorten shot should show showcase shown shrc shredder shredding shutdown shuttle
si side sided siding sig sight sighting sights sign signage signal signals signature signed signeddate
signing signs silo similar simplified simulator simunition simunitions single sip site sites situation
situations six sixgill size skills skip skirt skopenow skydio slc slide slin sling slins slip slug small
smaller smartcard smartnet smarty smis smuggling sna snelling sniper snow so soad soap soc social socialnet
socio socioeconomic soft software sog solarwinds sold sole solely solicitation solicitationdate
solicitationid solicited solid solution solutions some sometimes sound source sourced sources sourcing south
southern southwest sow sp space spaces spanish spare sparq spc speakers spec special specialist specialists
speciality specialized specialties specialty specific specifically specification specifications specified
specifies specify spectral spectrometer spectrometry spectrum speed speer spend spending spent spill spl
split splunk spoc sponges sporting sports spots spray spreadsheets spring springs sprinkler sprinter sps
spss spycloud sr srdvobflag srt ss sss ssv st sta stability stabilization stacker staff staffing stafford
staging stainless stakeholder stakes stamp stanag stand standard standardization standards standing stars
start starting starwitness state stated stategaz statement statements states station stationery stations
statistical status statute statutory stay std steel steering stenotype step still stipc stock stop storage
store stores storm storms stratcom strategic strategy streaming streamline street streetaddress strike
string stripped structural structure structures sttr student students studies study suas sub subaccount
subaccountcode subagency subaward subawardactiondate subawardamount subawardee subawardfiscalyear
subawardnumber subawardreportid subawardreportyear subawards subawardtype subchapter subcontinent
subcontract subcontracting subcontractplan subdivision subdivisions subfunction subject subline submission
submissionperiod submit submitted subpart subrecipient subscription subscriptions subsequent subsidies
subsidize subsidy substance substances substantial substantially subtier subward succession such sufficient
suit suitable suite sum summarized summary sumuri sundries sunflower super supervision suport supp
supplemental supplementals supplementary supplied supplies supply support supported supporting supports
suppression suppressors suprise surface surge surgical surplus surprise surveillance survey surveying
survival sus suspend suspension sustai sustain sustainability sustained sustainment susteen sutter svcs sw
swank swap swb swc sweatshirts swift swiftwall switch switches switchs symantec symbol syndicates synology
synopsis synopsized synovix synthetic syria sys system systems table tableau tables tablet tablets tableware
taccom taccomm tacoma tactial tactic tactical tactics tafs tag tailored taiwan takes taking talent talino
talk tallahassee tampa tangible tangles tank tanning tap tape target targeted targeting targets tarpaulins
tas tasbetc taser tasers task tasking taskorder tasks tax tbd tccu tccus tcloseout tdy team teaming teams
tech technical technician technicians techniques technolog technologies technology techops tecs tele telecom
telecommunication telecommunications teleconferencing telegraph telephone telephones telephony
teleprocessing teleproduction teleradiology television televisions telework temperature template temporarily
temporary tems ten tent tents teoaf ter term terminal terminals terminate terminated terminates termination
terms terrain territories territory terrorism terrorist tesla test testing tests texas text textile tfm tgl
than that the theatrical their then there thereof thermal these they thi thie third this thise thorn those
though thousand threat threats three threshold thresholds through throughout throwbots thru thus tibco tie
tier time timeframe timelines timeshare tintri tip tissue titan title titles tlk to toad tobacco toc
together toilet toiletries toiletry tokens tolerance toner toners tool toolkit tools toolsets top topical
tops toptier tormach tornado torrance total totalfundingamount totalloanvalue totalsubsidycost touch
tourniquets towels tower towers town township toys tpdu trace tracing track tracked tracker trackers
tracking tracks tractor tractors trade traffic trafficking trailer trailers traineeships training trak
transaction transactionnumber transactions transcription transcriptions transfer transferred transformation
transformer transgender transit transition transitional translation transmission transnational transport
transportation transportations transported trap trash trauma travel traveling treasury treated treating
treatment tri tribal tribally tribe trigger trijicon trim tripod tririga trm truck trucks true truesight
trunarc trust trusted ts tshirts tsunami ttu tube tucson tuition turn twenty twistlock two type typeofidc
typeofsetaside types typically typing tyr uac ubuntu uei ufed uipath ukraine ultimate ultimateparentuei
ultra ultrakit unaccompanied unarmed unauthorized unchanged unclassified uncorrected undefinitized undel
undeliv undelivered under undercover undergarments underscore understandable understanding underutilized
underwear undisbursed unexercised unexpended unexpired unforeseen uniform uniforms uninterrupted
uninterruptible unique uniquely unit united unitrends units unity universities university unknown unleaded
unlimited unmanned unobligated unobligatedbalance unpaid unpriced unq unreasonable unrestricted unsolicited
unspent unsuccessful unsuitable until unused unusual unutilized up upcoming update updated updates updating
upfit upfits upfitting upgrade upgraded upgrades upgrading upholstery uploads upon upper ups upward ur urg
urgency urgent uri us usa usage usaspending usb usc use used user users uses usgs using usps ussgl usually
ut utilities utility utilization utilize utilized utilizes utilizing va vacation vaccines vacuum val valid
validate validation validity valley value valued values van vans variables varick varidesks various vault
vav ve vegas vehicle vehicles vehicular velocity vendor vendorcountrycode vendorname vendors ventilation
venture venue verbiage verde verification verify veritas veriwatch verizon version vertex very vest veteran
veteranownedflag veterans veterinary vetted vetting vi via victim vide video videographer vienna view viewer
viewsonic vii vine violators virgin virtual virtualization virtualized virus virustotal visa visas
visibility visible visic visio vision visitation visito visitor visitors visual visualization visualize
visually vital vitreous vitro vlvi vms vmstore vmware vocational voice voip volexity volume volumes
volunteer vouchers vound vsa vsat vsb vsic vsp vss vtc vulnerability wage waived waiver waivers wall walls
walsh walshhealyact wan waps war warehouse warehousing warheads warm warning warranty warrnty warwick was
wash washignton washington waste water waveguides way ways wdc weapon weapons weather web webcam webcams
webex webinspect website websites websphere week weeks well wellness were west wet what wheel wheeled when
where whether which while white whitehouse who wholesalers wichita wide wifi wilcox wildfire wildfires
wildlife williston wilmington win winchester window windows windshield wing winton winzip wipedrive wire
wired wireless wiretaps wiring with within without wle wmb wms woman women womenownedflag wood word work
workers workflow workflows workforce working workload workplace works workshop workspace workspaces
workstation workstations world worldwide worn wosb wosbss would wp wrap wraparound write writer writing
written www wyoming xerox xray xry xx xxts year yearend yearly years yes yet york yose you your yukon yukons
yyyy zbook zbooks zero zip zipcode zle zone zoning zscaler
`
  .trim()
  .split(/\s+/);
