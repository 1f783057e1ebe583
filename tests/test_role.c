/* test_role.c - offices and bodies; see speaker/role.h. */
#include "speaker.h"

/* The first quotation's speaker, role and body are these. */
static void expect(const char *text, const char *speaker, const char *role,
                   const char *body)
{
    whosaid_doc *doc = analyse(text);

    assert_true(doc->quotes > 0);
    assert_words(doc, doc->quote[0].speaker, speaker);
    assert_words(doc, doc->quote[0].role, role);
    assert_words(doc, doc->quote[0].affiliation, body);
    whosaid_doc_free(doc);
}

static void reads_a_title_before_a_name(void **state)
{
    (void)state;
    expect("Harbour Committee Chairman Hugh Sallis said it was “late.”",
           "Hugh Sallis", "Harbour Committee Chairman", "Harbour Committee");
    expect("Senate Minority Leader Hugh Sallis said it was “late.”",
           "Hugh Sallis", "Senate Minority Leader", "");
    expect("The acting fire chief Hugh Sallis said it was “late.”",
           "Hugh Sallis", "acting fire chief", "");
}

static void takes_no_headline_for_an_office(void **state)
{
    (void)state;
    expect("SENATE PASSES THE FARM BILL Sen. Ana Ruiz said it was “late.”",
           "Ana Ruiz", "Sen.", "");
    expect("FARM BILL PASSES SENATE A spokesman, Tom Hill, said it was “late.”",
           "Tom Hill", "spokesman", "");
}

static void keeps_what_two_statements_tell(void **state)
{
    (void)state;
    expect("“Late,” said lead author Ana Ruiz, a physician at Hill College.",
           "Ana Ruiz", "lead author", "Hill College");
    expect("“Late,” said Fox's Ana Ruiz.", "Ana Ruiz", "", "Fox");
}

static void reads_what_somebody_runs(void **state)
{
    (void)state;
    expect("“Late,” said Ana Ruiz, who runs a bait shop.", "Ana Ruiz",
           "runs a bait shop", "");
}

static void reads_an_office_of_something_before_a_name(void **state)
{
    (void)state;
    expect("Secretary of State Hugh Sallis said it was “late.”", "Hugh Sallis",
           "Secretary of State", "");
    expect("Chief of Staff Hugh Sallis said it was “late.”", "Hugh Sallis",
           "Chief of Staff", "");
    expect("Special Envoy for Sudan Hugh Sallis said it was “late.”",
           "Hugh Sallis", "Special Envoy for Sudan", "");
}

static void reads_what_an_office_is_for(void **state)
{
    (void)state;
    expect("Minister for Women and Equalities Hugh Sallis said it was “late.”",
           "Hugh Sallis", "Minister for Women and Equalities", "");
    expect("Secretary of State for Health and Social Care Hugh Sallis said it "
           "was “late.”",
           "Hugh Sallis", "Secretary of State for Health and Social Care", "");
    expect("Minister for Food, Farming and Fisheries Hugh Sallis said it was "
           "“late.”",
           "Hugh Sallis", "Minister for Food, Farming and Fisheries", "");
    expect("Minister for Rail and Roads Hugh Sallis MP said it was “late.”",
           "Hugh Sallis", "Minister for Rail and Roads", "");
    expect("Women and Equalities Minister Ana Ruiz MP said it was “late.”",
           "Ana Ruiz", "Women and Equalities Minister", "");
    expect("“Late,” said Housing and Planning Minister Hugh Sallis.",
           "Hugh Sallis", "Housing and Planning Minister", "");
    expect("Minister of Trade and Deputy Prime Minister Hugh Sallis said it "
           "was “late.”",
           "Hugh Sallis", "Deputy Prime Minister", "");
}

static void reads_a_body_listed_behind_an_office(void **state)
{
    (void)state;
    expect("“Late,” said Hugh Sallis, Head of Rivers, Fennick Water.",
           "Hugh Sallis", "Head of Rivers", "Fennick Water");
    expect("“Late,” said Ana Ruiz, Vice President, Supply at Marl Corp.",
           "Ana Ruiz", "Vice President, Supply", "Marl Corp.");
    expect("“Late,” said Special Agent in Charge Hugh Sallis.", "Hugh Sallis",
           "Special Agent in Charge", "");
}

static void reads_a_body_behind_two_offices(void **state)
{
    (void)state;
    expect("“Late,” said Ana Ruiz, Managing Director, Head of River Banking, "
           "Fennick Securities.",
           "Ana Ruiz", "Managing Director, Head of River Banking",
           "Fennick Securities");
    expect("“Late,” said Ana Ruiz, Executive Vice President, Port Services, at "
           "Banc Ordel.",
           "Ana Ruiz", "Executive Vice President, Port Services", "Banc Ordel");
    expect("“Late,” said Hugh Sallis, pediatrician, Fennick Clinic.",
           "Hugh Sallis", "pediatrician", "Fennick Clinic");
    expect("Captain Hugh Sallis, President, Northeast Pilots' Alliance, said "
           "it was “late.”",
           "Hugh Sallis", "President", "Northeast Pilots' Alliance");
    expect("Commissioner for Energy, Hugh Sallis, said it was “late.”",
           "Hugh Sallis", "Commissioner for Energy", "");
    expect("“Late,” said Ana Ruiz, Chief Data Officer, Fennick Grocers.",
           "Ana Ruiz", "Chief Data Officer", "Fennick Grocers");
}

static void reads_a_body_behind_its_task(void **state)
{
    (void)state;
    expect("“Late,” said Ana Ruiz, global head of Disputes at Pemberton Crisp.",
           "Ana Ruiz", "global head of Disputes at Pemberton Crisp",
           "Pemberton Crisp");
    expect(
        "Hugh Sallis, General Secretary of the Union of Retail Workers, said "
        "it was “late.”",
        "Hugh Sallis", "General Secretary of the Union of Retail Workers",
        "Union of Retail Workers");
    expect("“Late,” said Ana Ruiz, chief executive of the Port of Fennick.",
           "Ana Ruiz", "chief executive of the Port of Fennick",
           "Port of Fennick");
    expect("“Late,” said Hugh Sallis, Minister of Trade.", "Hugh Sallis",
           "Minister of Trade", "");
    expect("Vantaal Energy dug. Vantaal CEO Hugh Sallis said it was “late.”",
           "Hugh Sallis", "Vantaal CEO", "Vantaal Energy");
}

static void reads_an_office_before_its_task(void **state)
{
    (void)state;
    expect("“Late,” said Ana Ruiz, VP Finance at Brightwell.", "Ana Ruiz",
           "VP Finance at Brightwell", "Brightwell");
    expect("“Late,” said Ana Ruiz, President Bush and others.", "Ana Ruiz", "",
           "");
    expect("“Late,” said Ana Ruiz, chair of the judging panel.", "Ana Ruiz",
           "chair of the judging panel", "");
}

static void takes_a_task_and_a_place_for_no_body(void **state)
{
    (void)state;
    expect("Hugh Sallis, Director of Research, said it was “late.”",
           "Hugh Sallis", "Director of Research", "");
    expect("Hugh Sallis, Curator of Music and Manuscripts, said it was “late.”",
           "Hugh Sallis", "Curator of Music and Manuscripts", "");
    expect("Hugh Sallis, Commissioner for the Internal Market, said it was "
           "“late.”",
           "Hugh Sallis", "Commissioner for the Internal Market", "");
    expect("Hugh Sallis, Minister for the Cabinet Office, said it was “late.”",
           "Hugh Sallis", "Minister for the Cabinet Office", "Cabinet Office");
    expect("Hugh Sallis, Cabinet Member for Health, said it was “late.”",
           "Hugh Sallis", "Cabinet Member for Health", "");
    expect("Hugh Sallis, Regional Coordinator in Ruwe, said it was “late.”",
           "Hugh Sallis", "Regional Coordinator in Ruwe", "");
    expect("“Late,” said Hugh Sallis, Head of Estates, Marl Academies Trust.",
           "Hugh Sallis", "Head of Estates", "Marl Academies Trust");
    expect("“Late,” said Hugh Sallis, Hill Fund Director for the Tamara "
           "Republic.",
           "Hugh Sallis", "Hill Fund Director for the Tamara Republic",
           "Hill Fund");
    expect("Hugh Sallis, director of Solid Strategies, said it was “late.”",
           "Hugh Sallis", "director of Solid Strategies", "Solid Strategies");
}

static void reads_the_body_that_somebody_is_from(void **state)
{
    (void)state;
    expect("Hugh Sallis, from the School of Earth Sciences at Marl University, "
           "said it was “late.”",
           "Hugh Sallis", "", "School of Earth Sciences");
    expect("Pastor Hugh Sallis, from Brill, said it was “late.”", "Hugh Sallis",
           "Pastor", "");
    expect("Ana Ruiz, senior pastor at Wether House Baptist Church in Brill, "
           "said it was “late.”",
           "Ana Ruiz", "senior pastor at Wether House Baptist Church in Brill",
           "Wether House Baptist Church");
}

static void names_the_body_that_owns_an_office(void **state)
{
    (void)state;
    expect("The Conservation Action Fund meets today. “Late,” said Ana Ruiz, "
           "the fund's treasurer.",
           "Ana Ruiz", "fund's treasurer", "Conservation Action Fund");
    expect("Tidewell plc is closing. The firm's head of research, Ana Ruiz, "
           "said it was “late.”",
           "Ana Ruiz", "firm's head of research", "Tidewell plc");
    expect("Tidewell plc is closing. Its managing director, Ana Ruiz, said it "
           "was “late.”",
           "Ana Ruiz", "managing director", "Tidewell plc");
    expect("The operator, Tidewell Ferries, said it was sorry. Its chief "
           "executive, Ana Ruiz, said it was “late”.",
           "Ana Ruiz", "chief executive", "Tidewell Ferries");
    expect("Tidewell said it was sorry. Its director, Ana Ruiz, said: “Late.”",
           "Ana Ruiz", "director", "Tidewell");
    expect("The Long Tide opened in May. Its director, Ana Ruiz, said: “Late.”",
           "Ana Ruiz", "director", "");
    expect("Tidewell plc is closing. Its managing director, Ana Ruiz, spoke. "
           "Ms Ruiz said it was “late.”",
           "Ana Ruiz", "managing director", "Tidewell plc");
    expect("Tidewell plc is closing. The firm's chief operating officer, Ana "
           "Ruiz, said it was “late.”",
           "Ana Ruiz", "chief operating officer", "Tidewell plc");
    expect("Fennick Ltd lost to the Harbour Board. Its chair, Ana Ruiz, said "
           "it was “late.”",
           "Ana Ruiz", "chair", "");
}

static void names_the_body_before_an_office(void **state)
{
    (void)state;
    expect("Tidewell has closed. Tidewell CEO Ana Ruiz said it was “late.”",
           "Ana Ruiz", "Tidewell CEO", "Tidewell");
    expect("Clear Skies Now sued. “Late,” said Clear Skies Now Executive "
           "Director Ana Ruiz.",
           "Ana Ruiz", "Clear Skies Now Executive Director", "Clear Skies Now");
    expect("Ana Ruiz won. Hugh Sallis, a Ruiz aide, spoke. Ruiz spokesman Jo "
           "Hill said it was “late.”",
           "Jo Hill", "Ruiz spokesman", "");
    expect("Health and Safety Council chair Ana Ruiz said it was “late.”",
           "Ana Ruiz", "Health and Safety Council chair",
           "Health and Safety Council");
    expect("Rural Railways Alliance director Ana Ruiz said it was “late.”",
           "Ana Ruiz", "Rural Railways Alliance director",
           "Rural Railways Alliance");
}

static void names_the_body_and_not_its_organ(void **state)
{
    (void)state;
    expect("“Late,” said Ana Ruiz, Member of the Management Board of Fennick "
           "Bank.",
           "Ana Ruiz", "Member of the Management Board of Fennick Bank",
           "Fennick Bank");
    expect("“Late,” said Ana Ruiz, chair of the Board of Education.",
           "Ana Ruiz", "chair of the Board of Education", "Board of Education");
    expect("“Late,” said Col. Ana Ruiz, commander of the Army Corps of "
           "Engineers.",
           "Ana Ruiz", "commander of the Army Corps of Engineers",
           "Army Corps of Engineers");
}

static void passes_letters_behind_a_name(void **state)
{
    (void)state;
    expect("“Late,” said Ana Ruiz, MD, FACS, chief of surgery at Hill "
           "Hospital.",
           "Ana Ruiz", "chief of surgery at Hill Hospital", "Hill Hospital");
}

static void reads_the_office_before_a_title_and_name(void **state)
{
    (void)state;
    expect("A Czech police spokesman, Colonel Hugh Sallis, said it was “late.”",
           "Hugh Sallis", "Czech police spokesman", "");
    expect("The Vicar of Brill, the Most Reverend Ana Ruiz, said it was "
           "“late.”",
           "Ana Ruiz", "Vicar of Brill", "");
}

static void reads_a_signature_of_several_lines(void **state)
{
    (void)state;
    expect("Ana Ruiz\nExecutive Director\nHarbourkeepers\n\n“We waited "
           "years for this.”\n",
           "Ana Ruiz", "Executive Director", "Harbourkeepers");
}

static void reads_whose_aide_it_is(void **state)
{
    (void)state;
    expect("Ruiz’s campaign manager Hugh Sallis said it was “late.”",
           "Hugh Sallis", "Ruiz’s campaign manager", "");
    expect("“Late,” said Hugh Sallis, Tomas’s father.", "Hugh Sallis",
           "Tomas’s father", "");
}

static void gives_a_plural_title_to_everybody_named(void **state)
{
    (void)state;
    expect("The crowd heard Sens. Ana Ruiz (D-Me.) and Hugh Sallis (R-Wis.) "
           "speak. “Late,” Sallis said.",
           "Hugh Sallis", "Sens.", "R-Wis.");
}

static void reads_the_office_before_a_comma(void **state)
{
    (void)state;
    expect("The port’s director, Hugh Sallis, said it was “late.”",
           "Hugh Sallis", "port’s director", "");
}

static void reads_an_apposition(void **state)
{
    (void)state;
    expect("“Late,” said Hugh Sallis, founder and chief executive of Norvik "
           "Rail.",
           "Hugh Sallis", "founder and chief executive of Norvik Rail",
           "Norvik Rail");
    expect("“Late,” said Hugh Sallis, its acting chairman.", "Hugh Sallis",
           "its acting chairman", "");
    expect("“Late,” said Hugh Sallis, education and law professor at Brill "
           "University.",
           "Hugh Sallis", "education and law professor at Brill University",
           "Brill University");
    expect("Hugh Sallis, the Defence Secretary, said it was “late.”",
           "Hugh Sallis", "Defence Secretary", "");
}

static void reads_a_list_in_an_apposition(void **state)
{
    (void)state;
    expect("“Late,” said Hugh Sallis, vice president for research, innovation "
           "and safety at Brill University.",
           "Hugh Sallis",
           "vice president for research, innovation and safety at Brill "
           "University",
           "Brill University");
    expect("Hugh Sallis, the fund’s lawyer, treasurer and strategist, said it "
           "was “late.”",
           "Hugh Sallis", "fund’s lawyer, treasurer and strategist", "");
}

static void passes_age_tag_and_town_before_an_apposition(void **state)
{
    (void)state;
    expect("Hugh Sallis, 34, of Brill, a nurse, said it was “late.”",
           "Hugh Sallis", "nurse", "");
    expect("Hugh Sallis, R-Wis., chairman of the panel, said it was “late.”",
           "Hugh Sallis", "chairman of the panel", "R-Wis.");
}

static void takes_the_next_name_for_no_office(void **state)
{
    (void)state;
    expect("“Late,” said Hugh Sallis, Mr. Stone and others.", "Hugh Sallis", "",
           "");
}

static void reads_what_somebody_is(void **state)
{
    (void)state;
    expect("Hugh Sallis, who is now chief engineer at Norvik Rail, said it was "
           "“late.”",
           "Hugh Sallis", "chief engineer at Norvik Rail", "Norvik Rail");
    expect("Hugh Sallis, who served as harbour master, said it was “late.”",
           "Hugh Sallis", "harbour master", "");
}

static void reads_a_body_alone(void **state)
{
    (void)state;
    expect("Hugh Sallis of Harvard and Dr. Ana Ruiz of Yale led it. “Late,” "
           "Sallis said.",
           "Hugh Sallis", "", "Harvard");
    expect("Hugh Sallis of the Harbour Workers Union said it was “late.”",
           "Hugh Sallis", "", "Harbour Workers Union");
    expect("Norvik’s Hugh Sallis said it was “late.”", "Hugh Sallis", "",
           "Norvik");
    expect("Hugh Sallis of Maine said it was “late.”", "Hugh Sallis", "", "");
    expect("Hugh Sallis, a hepatologist not involved in the study, said it was "
           "“late.”",
           "Hugh Sallis", "hepatologist", "");
}

static void reads_a_role_stated_elsewhere(void **state)
{
    (void)state;
    expect("“Late,” Sallis said.\n\nHugh Sallis, mayor of Brill, left.",
           "Hugh Sallis", "mayor of Brill", "");
}

static void gives_an_epithet_to_whom_it_means(void **state)
{
    (void)state;
    expect("Hugh Sallis went to Brill. Sallis met workers there. Hugh Sallis "
           "was cheered. The Maine senator left early. “Late,” Sallis said.",
           "Hugh Sallis", "Maine senator", "");
}

static void gives_no_speaker_the_epithet_of_whom_he_speaks(void **state)
{
    (void)state;
    expect("Hugh Sallis went to Brill. Sallis met workers there. Hugh Sallis "
           "was cheered. He accused the Maine senator of delay. “Late,” "
           "Sallis said.",
           "Hugh Sallis", "", "");
    expect("Ana Ruiz went to Brill. Ruiz met workers there. Ana Ruiz was "
           "cheered. Ruiz praised the Maine senator twice. “Late,” Ruiz said.",
           "Ana Ruiz", "", "");
    /* nobody said it of himself, and yet it is he */
    expect("Hugh Sallis went to Brill. Sallis met workers there. Hugh Sallis "
           "was cheered. When asked, the Maine senator left. “Late,” Sallis "
           "said.",
           "Hugh Sallis", "Maine senator", "");
}

static void reads_the_job_of_the_unnamed(void **state)
{
    (void)state;
    expect("“Late,” said a spokesman for the operator, Norvik Rail.",
           "spokesman", "spokesman for the operator", "Norvik Rail");
    expect("“Late,” said a young woman.", "young woman", "", "");
}

static void reads_the_body_in_an_office(void **state)
{
    (void)state;
    expect("“We are ready,” said NATO Secretary-General Jens Falk.",
           "Jens Falk", "NATO Secretary-General", "NATO");
    expect("“It is over,” said Marlowe coach Ivan Petrescu.", "Ivan Petrescu",
           "Marlowe coach", "Marlowe");
    expect("“No,” said Ida Holm, spokeswoman for the Coly administration's "
           "Department of Justice.",
           "Ida Holm",
           "spokeswoman for the Coly administration's Department of Justice",
           "Department of Justice");
}

static void names_the_body_in_full(void **state)
{
    (void)state;
    expect("The PORTA fund paid. Jana Bek, Head of PORTAs Field Unit, says: "
           "“No.”",
           "Jana Bek", "Head of PORTAs Field Unit", "PORTA");
    expect("“It works,” said Ida Holm, Director of Community Programs at the "
           "Ohio Teachers Association.",
           "Ida Holm",
           "Director of Community Programs at the Ohio Teachers Association",
           "Ohio Teachers Association");
}

static void tells_whom_a_german_office_is_for(void **state)
{
    (void)state;
    expect("Die Lage ist ernst. „Wir warten auf das Gutachten“, sagte "
           "SPD-Fraktionschefin Ina Holm am Montag in Berlin.",
           "Ina Holm", "SPD-Fraktionschefin", "SPD");
    expect("Die Lage ist ernst. „Wir warten auf das Gutachten“, sagte "
           "IT-Anwältin Ina Holm am Montag in Berlin.",
           "Ina Holm", "IT-Anwältin", "");
    expect("Die Lage ist ernst. „Wir ermitteln noch“, sagte Anna Berg, "
           "Sprecherin der Polizei Köln, am Montag.",
           "Anna Berg", "Sprecherin der Polizei Köln", "Polizei Köln");
    expect("Die Lage ist ernst. „Das ist ein Witz“, sagte die für Bildung "
           "zuständige Dezernentin Ute Sommer am Montag.",
           "Ute Sommer", "Dezernentin", "");
}

static void ends_a_role_where_it_is_one_no_more(void **state)
{
    (void)state;
    expect("Former senator and party chairman Hugh Sallis said it was “late.”",
           "Hugh Sallis", "Former senator and party chairman", "");
}

static void reads_names_of_bodies_with_small_words(void **state)
{
    (void)state;
    expect("“Late,” said University of Brill professor Hugh Sallis.",
           "Hugh Sallis", "University of Brill professor",
           "University of Brill");
    expect("“Late,” said Hugh Sallis, head of policy at Citizens for Fair "
           "Rents.",
           "Hugh Sallis", "head of policy at Citizens for Fair Rents",
           "Citizens for Fair Rents");
    expect("“Late,” said Hugh Sallis, chief executive of Canal Care UK.",
           "Hugh Sallis", "chief executive of Canal Care UK", "Canal Care UK");
    expect("“Late,” said Detective Hugh Sallis, of Brill Police.",
           "Hugh Sallis", "Detective", "Brill Police");
}

static void takes_an_office_at_a_body_for_a_courtesy_title(void **state)
{
    (void)state;
    expect("“Late,” said Rep. Hugh Sallis, chair of the Harbour Committee.",
           "Hugh Sallis", "chair of the Harbour Committee",
           "Harbour Committee");
    expect("“Late,” said Senate leader Hugh Sallis (R-Wis.).", "Hugh Sallis",
           "Senate leader", "R-Wis.");
}

static void reads_what_kind_of_body_it_is(void **state)
{
    (void)state;
    expect("“Late,” said the Ghent newspaper Morgenrood.", "Morgenrood",
           "Ghent newspaper", "");
    expect("“Late,” said advocacy group Citizens for Brill.",
           "Citizens for Brill", "advocacy group", "");
}

static void names_a_body_by_the_noun_before_it(void **state)
{
    (void)state;
    expect("“Late,” said Ana Ruiz, a spokesperson for the charity Coeliac "
           "North.",
           "Ana Ruiz", "spokesperson for the charity Coeliac North",
           "Coeliac North");
}

static void gives_officers_the_one_force_of_an_article(void **state)
{
    (void)state;
    expect("Kelham Police held two men. “Late,” said Superintendent Ana Ruiz.",
           "Ana Ruiz", "Superintendent", "Kelham Police");
    /* two forces, a school, another office: nothing is told */
    expect("Kelham Police and Orton Constabulary held two men. “Late,” said "
           "Superintendent Ana Ruiz.",
           "Ana Ruiz", "Superintendent", "");
    expect("Kelham Police searched a school. “Late,” said Superintendent Ana "
           "Ruiz.",
           "Ana Ruiz", "Superintendent", "");
    expect("Kelham Police held two men. “Late,” said Mayor Ana Ruiz.",
           "Ana Ruiz", "Mayor", "");
}

static void weighs_an_office_before_what_tells_little(void **state)
{
    (void)state;
    expect("Sen. Ana Ruiz was late. The senator from Maine said it was “wet.”",
           "Ana Ruiz", "senator from Maine", "");
    expect("Sens. Ana Ruiz and Hugh Sallis were late. “Wet,” said Sen. Ruiz.",
           "Ana Ruiz", "Sen.", "");
    expect("Sen. Ana Ruiz was late. “Wet,” said Ruiz, a rival of the mayor.",
           "Ana Ruiz", "Sen.", "");
    expect("Ana Ruiz waited. Doctors Without Borders' coordinator in Brill, "
           "Ana Ruiz, said it was “wet.” An aide waited.",
           "Ana Ruiz", "Doctors Without Borders' coordinator in Brill",
           "Doctors Without Borders");
    /* the older of two, and no elder of a church */
    expect("Hugh Sallis mends nets with his brother. “Wet,” the elder Sallis "
           "said.",
           "Hugh Sallis", "", "");
    expect("Hugh Sallis, a village elder, mends nets. “Wet,” Sallis said.",
           "Hugh Sallis", "village elder", "");
    /* the next president is nobody yet */
    expect("Ana Ruiz waited. The club meets the next president on Monday. "
           "“Wet,” said Ruiz.",
           "Ana Ruiz", "", "");
}

static void gives_nobody_what_another_is_said_to_be(void **state)
{
    (void)state;
    expect("Hugh Sallis, asked about Ana Ruiz, responded that the Brill "
           "businesswoman was late. “Wet,” Sallis said.",
           "Hugh Sallis", "", "");
    expect("Hugh Sallis wrote to the club on Sunday, slamming the Maine "
           "senator. “Wet,” Sallis said.",
           "Hugh Sallis", "", "");
    expect("Hugh Sallis waited. If Bo Lin becomes the party nominee, the club "
           "will close. “Wet,” Sallis said.",
           "Hugh Sallis", "", "");
    expect("Hugh Sallis waited, as the Maine senator has often done. “Wet,” "
           "Sallis said.",
           "Hugh Sallis", "Maine senator", "");
}

static void names_the_body_by_the_capitals_beside_an_office(void **state)
{
    (void)state;
    expect("Age Concern Wales policy manager Ana Ruiz said it was “late.”",
           "Ana Ruiz", "Age Concern Wales policy manager", "Age Concern Wales");
    expect("Former Border Patrol agent Ana Ruiz said it was “late.”",
           "Ana Ruiz", "Former Border Patrol agent", "Border Patrol");
    expect("Union Forward's national officer, Ana Ruiz, said it was “late.”",
           "Ana Ruiz", "Union Forward's national officer", "Union Forward");
    expect("Transport for the Isles’ Commercial Director Ana Ruiz said it was "
           "“late.”",
           "Ana Ruiz", "Transport for the Isles’ Commercial Director",
           "Transport for the Isles");
    expect("Customs and Border Protection spokesman Hugh Sallis said it was "
           "“late.”",
           "Hugh Sallis", "Customs and Border Protection spokesman",
           "Customs and Border Protection");
    expect("“Late,” said Ana Ruiz, president of the Brill Residents’ Welfare "
           "Association.",
           "Ana Ruiz", "president of the Brill Residents’ Welfare Association",
           "Brill Residents’ Welfare Association");
    expect("“Late,” said Ana Ruiz, a spokeswoman for Transport Orkney.",
           "Ana Ruiz", "spokeswoman for Transport Orkney", "Transport Orkney");
    expect("Royal College of Nursing regional director Ana Ruiz said it was "
           "“late.”",
           "Ana Ruiz", "Royal College of Nursing regional director",
           "Royal College of Nursing");
    expect("Brill County Search and Rescue coordinator Ana Ruiz said it was "
           "“late.”",
           "Ana Ruiz", "Brill County Search and Rescue coordinator",
           "Brill County Search and Rescue");
    /* a noun, a region, a person */
    expect("Transport economist Ana Ruiz said it was “late.”", "Ana Ruiz",
           "Transport economist", "");
    expect("South Carolina director Ana Ruiz said it was “late.”", "Ana Ruiz",
           "South Carolina director", "");
    expect("“Late,” said Ana Ruiz, a spokeswoman for Hugh Sallis.", "Ana Ruiz",
           "spokeswoman for Hugh Sallis", "");
}

static void reads_a_role_to_its_end(void **state)
{
    (void)state;
    expect("Chair of governors Ana Ruiz said it was “late.”", "Ana Ruiz",
           "Chair of governors", "");
    expect("“Late,” said Ana Ruiz, technical lead at Brightwave.", "Ana Ruiz",
           "technical lead at Brightwave", "Brightwave");
    expect("“Late,” said Ana Ruiz, author of “Salt Roads,” a novel.",
           "Ana Ruiz", "author of “Salt Roads,”", "");
    expect("Hill Systems named Ana Ruiz as its director. “Late,” said Ruiz.",
           "Ana Ruiz", "director", "Hill Systems");
}

static void takes_no_office_for_what_is_none(void **state)
{
    (void)state;
    expect("Ana Ruiz waited for the delegate count. “Late,” said Ruiz.",
           "Ana Ruiz", "", "");
    expect("Former Ruiz aides waited. “Late,” said Ana Ruiz.", "Ana Ruiz", "",
           "");
    expect("“Late,” said Ana Ruiz, two of the best reporters in Brill.",
           "Ana Ruiz", "", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_a_title_before_a_name),
        cmocka_unit_test(takes_no_headline_for_an_office),
        cmocka_unit_test(keeps_what_two_statements_tell),
        cmocka_unit_test(reads_what_somebody_runs),
        cmocka_unit_test(reads_an_office_of_something_before_a_name),
        cmocka_unit_test(reads_what_an_office_is_for),
        cmocka_unit_test(reads_a_body_listed_behind_an_office),
        cmocka_unit_test(reads_a_body_behind_two_offices),
        cmocka_unit_test(reads_a_body_behind_its_task),
        cmocka_unit_test(reads_an_office_before_its_task),
        cmocka_unit_test(takes_a_task_and_a_place_for_no_body),
        cmocka_unit_test(reads_the_body_that_somebody_is_from),
        cmocka_unit_test(names_the_body_that_owns_an_office),
        cmocka_unit_test(names_the_body_before_an_office),
        cmocka_unit_test(names_the_body_and_not_its_organ),
        cmocka_unit_test(passes_letters_behind_a_name),
        cmocka_unit_test(reads_the_office_before_a_title_and_name),
        cmocka_unit_test(reads_a_signature_of_several_lines),
        cmocka_unit_test(reads_whose_aide_it_is),
        cmocka_unit_test(gives_a_plural_title_to_everybody_named),
        cmocka_unit_test(reads_the_office_before_a_comma),
        cmocka_unit_test(reads_an_apposition),
        cmocka_unit_test(reads_a_list_in_an_apposition),
        cmocka_unit_test(passes_age_tag_and_town_before_an_apposition),
        cmocka_unit_test(takes_the_next_name_for_no_office),
        cmocka_unit_test(reads_what_somebody_is),
        cmocka_unit_test(reads_a_body_alone),
        cmocka_unit_test(reads_a_role_stated_elsewhere),
        cmocka_unit_test(gives_an_epithet_to_whom_it_means),
        cmocka_unit_test(gives_no_speaker_the_epithet_of_whom_he_speaks),
        cmocka_unit_test(reads_the_job_of_the_unnamed),
        cmocka_unit_test(reads_the_body_in_an_office),
        cmocka_unit_test(names_the_body_in_full),
        cmocka_unit_test(tells_whom_a_german_office_is_for),
        cmocka_unit_test(ends_a_role_where_it_is_one_no_more),
        cmocka_unit_test(reads_names_of_bodies_with_small_words),
        cmocka_unit_test(takes_an_office_at_a_body_for_a_courtesy_title),
        cmocka_unit_test(reads_what_kind_of_body_it_is),
        cmocka_unit_test(names_a_body_by_the_noun_before_it),
        cmocka_unit_test(gives_officers_the_one_force_of_an_article),
        cmocka_unit_test(weighs_an_office_before_what_tells_little),
        cmocka_unit_test(gives_nobody_what_another_is_said_to_be),
        cmocka_unit_test(names_the_body_by_the_capitals_beside_an_office),
        cmocka_unit_test(reads_a_role_to_its_end),
        cmocka_unit_test(takes_no_office_for_what_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
