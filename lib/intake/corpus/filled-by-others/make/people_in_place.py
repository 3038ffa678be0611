"""Six people who write where the form asks them to."""

from person import Person
from word import WordFile

TYPED = 'Typed into the fields of the Word form; the changes that Word makes on typing are made by the script.'


def ministry(forms):
    """A ministry that answers everything in long, formal paragraphs."""
    who = 'A ministry official who fills every text answer with long formal paragraphs'
    person = Person('01-ministry-official.docx', who, TYPED, WordFile(forms / 'blank-form.docx'))
    person.sign('Q1 / A12', 'Signed in 2005 and ratified in 2009; the central authority under article 24 is this Ministry.')
    person.sign('Q1 / A04', 'Endorsed through the resolution of the General Assembly; not a signature in the legal sense.')
    person.sign('Q1 / A03')
    person.write('Q1 / O1', 'Memorandum of understanding on cooperation of national CSIRTs in the region', 'agreement')
    person.write('Q1 / O1', 'Concluded in 2017 between seven national teams; the text is not public.', 'note')
    person.write(
        'Q1 / T',
        'The Ministry has the honour to inform the Forum that the instruments marked above bind the administration as a '
        'whole, including agencies that are not under its supervision.\n'
        'For the sake of completeness, the Ministry notes that accession to one further regional instrument is under '
        'consideration by Parliament. The Ministry will inform the Forum in due course, without prejudice to the '
        'outcome of that consideration.',
    )
    _ministry_projects(person)
    person.write(
        'Q3 / T',
        'The Ministry has no corrections to propose at the present stage. It would nevertheless be grateful if the Forum '
        'could distinguish more clearly, in its next edition, between instruments that have been signed and instruments '
        'that have been ratified.',
    )
    person.write(
        'Q4',
        'It is the considered view of the Ministry that no existing agreement adequately addresses the protection of '
        'electoral infrastructure between elections, when the systems concerned are maintained, renewed and tested.\n'
        'Furthermore, the responsibility of intermediaries that lease computing capacity to unknown customers remains '
        'unsettled. The Ministry would welcome a definition of due diligence that small economies are able to apply.\n'
        'Lastly, the Ministry draws attention to the insurance of cyber risks, in particular to the question of which '
        'operations may be excluded from cover and on whose determination.',
    )
    person.write(
        'Q5',
        'The Ministry expresses its appreciation to the Forum and to all who have contributed to its work.\n'
        'It suggests that in 2021 the Forum invite ministries to present how commitments are supervised at home, and that '
        'such presentations be held in closed session where the presenting authority so requests.',
    )
    person.about(
        affiliation='Ministry of Digital Affairs, Directorate for International Cooperation',
        name='Head of the Directorate',
        sign='As the organisation',
        country='Uruguay',
        group='Government',
        email='international@ministry.example.org',
        language='English',
    )
    person.publish('Y/1')
    person.publish('Y/4')
    person.consent()
    return person


def _ministry_projects(person):
    """Two projects, the first one in three paragraphs."""
    person.project(
        1,
        'National programme for the protection of essential services, second phase',
        'The programme was adopted by decision of the Council of Ministers and is carried out under the responsibility of '
        'the Ministry, in close coordination with the sectoral regulators.\n'
        'In its first three years, 61 operators of essential services were designated, 44 were audited, and the '
        'findings were discussed with each operator in confidence.\n'
        'An evaluation by an independent institute found that the time between the discovery of an incident and its '
        'notification fell from nine days to two.',
        'https://ministry.example.org/programmes/essential-services',
        'A12, A04',
        'C2.09, C2.08',
    )
    person.project(
        2,
        'Academy for cyber diplomacy',
        'Officials of the Ministry and of partner countries are trained in international law as it applies to the use '
        'of information and communications technologies. To date 210 officials have completed the course.',
        None,
        'UNGGE Consensus Report of 2015',
        'Reference to capacity building, Reference to international law',
    )
    person.write(
        'Q2 / T',
        'Further programmes are carried out by agencies that report to other ministries; they are not described here.',
    )


def small_ngo(forms):
    """An NGO that has time for three answers and forgets the consent."""
    who = 'A small NGO that answers three questions and nothing else, and forgets the consent'
    person = Person('02-small-ngo-three-answers.docx', who, TYPED, WordFile(forms / 'blank-form.docx'))
    person.sign('Q1 / A03', 'since the first day')
    person.write('Q4', "Stalkerware. Nobody's agreement says a word about it, and it is what people bring to our helpline.")
    person.write('Q5', 'Thank you for asking small groups too! Please publish the results in short form as well.')
    person.about(affiliation='Helpline for Digital Safety')
    return person


def arab_regulator(forms):
    """A regulator that answers in Arabic, from right to left, with Arabic digits."""
    who = 'An official of a telecommunications regulator who writes in Arabic, names of agreements in English'
    person = Person(
        '05-regulator-in-arabic.docx', who, TYPED, WordFile(forms / 'blank-form.docx', right_to_left=True)
    )
    person.sign('Q1 / A23', 'وقّعت الدولة على الاتفاقية في عام ٢٠١٠، والهيئة هي جهة الاتصال الوطنية.')
    person.sign('Q1 / A04')
    person.write(
        'Q1 / T',
        'الهيئة ليست طرفًا بصفتها المؤسسية في أي اتفاقية أخرى، لكنها تشارك في تنفيذ ما تلتزم به الدولة.',
    )
    person.project(
        1,
        'برنامج التوعية بأمن المعلومات في المدارس',
        'يدرّب البرنامج المعلمين في ١٢٠ مدرسة على حماية حسابات الطلاب والإبلاغ عن الحوادث.\n'
        'شارك فيه حتى الآن ٣٤٠٠ معلم ومعلمة، وانخفض عدد الحسابات المخترقة إلى النصف.',
        'https://regulator.example.org/ar/schools',
        'Convention on Combating Information Technology Offences, A04',
        'C1.07',
    )
    person.write(
        'Q4',
        'لا تتناول أي اتفاقية سلامة الأسماء العربية للنطاقات، ولا التشابه بين الحروف الذي يُستغل في الاحتيال '
        '(homograph attacks).\n'
        'ونرى ضرورة وضع قواعد مشتركة بين المسجِّلين لمعالجة الشكاوى خلال ٤٨ ساعة.',
    )
    person.write('Q5', 'نقترح ترجمة التقرير إلى اللغات الرسمية الست للأمم المتحدة.')
    person.about(
        affiliation='هيئة تنظيم الاتصالات',
        sign='As the organisation',
        country='Jordan',
        group='Government',
        email='intl@regulator.example.org',
        language='Arabic',
    )
    person.publish('Y/1')
    person.consent()
    return person


def chinese_institute(forms):
    """An institute that answers in Chinese and keeps English names inside."""
    who = 'A researcher of an institute who writes in Chinese with English names in between'
    person = Person(
        '07-institute-in-chinese.docx', who, TYPED, WordFile(forms / 'blank-form.docx', east_asian=True)
    )
    person.write('Q1 / O1', '《全球数据安全合作倡议》（Initiative for Cooperation on Data Security）', 'agreement')
    person.write('Q1 / O1', '本所参与起草讨论，没有签署资格。', 'note')
    person.project(
        1,
        '供应链安全开放实验室（Open Lab for Supply Chain Security）',
        '实验室为中小企业免费检测开源组件，每季度公布一次统计结果。\n2019年共检测组件1,862个，发现漏洞317个，其中289个已由维护者修复。',
        'https://institute.example.org/open-lab',
        'A04，A05',
        'C2.03、C2.11',
    )
    person.choose('Q3 / U1', 'Shanghai Cooperation Organization Agreement on Cooperation in the Field of Ensuring the '
                  'International Information Security')
    agreement = person.answers[-1]['meant']
    code = 'Q3 / U1.1'
    person.form.choose(code, 'point', 'Other names')
    person.write(code, '上海合作组织成员国保障国际信息安全政府间合作协定', agreement=agreement, row='Other names')
    person.write(code, '中文正式名称。', 'note', agreement=agreement, row='Other names')
    person.write(code, '协定中文文本标题页', 'source', agreement=agreement, row='Other names')
    person.write('Q4', '人工智能系统训练数据的完整性（data poisoning）目前没有任何协定涉及。建议先从定义和通报机制做起。')
    person.about(
        affiliation='网络空间治理研究所（Institute for Cyberspace Governance）',
        name='研究员',
        sign='As the organisation',
        country='China',
        group='Academia',
        email='office@institute.example.org',
        language='Chinese',
    )
    person.publish('Y/1')
    person.publish('Y/4')
    person.consent()
    return person


def french_association(forms):
    """A network association that answers in French, with LibreOffice, and sends what that saves: an .odt."""
    who = 'The secretary of an association of network operators who writes in French and saves as .odt'
    how = 'The Word form filled, opened in LibreOffice and saved there as OpenDocument (as-odt).'
    person = Person('06-association-in-french.odt', who, how, WordFile(forms / 'blank-form.docx'))
    person.sign('Q1 / A10', 'Participant depuis 2016 ; 14 de nos membres le sont aussi.')
    person.sign('Q1 / A01', 'C’est l’État qui a signé ; l’association a contribué à la consultation.')
    person.project(
        1,
        'Ateliers « Routage propre »',
        'Deux ateliers par an sur le filtrage des préfixes et les RPKI.\n'
        'Résultat : 78 % des préfixes de nos membres ont maintenant un ROA valide (31 % en 2017).',
        'https://operateurs.example.org/ateliers',
        'MANRS',
        'C1.07',
    )
    person.write(
        'Q4',
        'La coupure d’Internet par décision administrative : aucun accord n’en parle clairement, alors que ses effets sur '
        'la sécurité (mises à jour, équipes d’intervention) sont immédiats.',
    )
    person.write('Q5', 'Une version française du formulaire nous aurait aidés.')
    person.about(
        affiliation='Association des opérateurs de réseaux',
        name='Secrétariat',
        sign='As the organisation',
        country='Senegal',
        group='Technical community',
        email='secretariat@operateurs.example.org',
        language='French',
    )
    person.publish('Y/4')
    person.consent()
    return person


def round_trip(forms):
    """An exchange point whose file goes from Word to LibreOffice and back to Word."""
    who = 'The manager of an exchange point whose colleague converts the file to .odt and back to .docx'
    how = 'The Word form filled, saved by LibreOffice as .odt, and that saved by LibreOffice as .docx.'
    person = Person('08-exchange-point-docx-odt-docx.docx', who, how, WordFile(forms / 'blank-form.docx'))
    person.sign('Q1 / A10', 'programme for exchange points, since 2018')
    person.sign('Q1 / A03')
    person.project(1, 'Route server filters', 'All prefixes are checked against RPKI and IRR.\nSince then: no leak over our '
                   'route servers.', 'https://ixp.example.org/filters', 'A10', 'C2.03, Responsible disclosure')
    person.update(1, 'Mutually Agreed Norms for Routing Security (MANRS)', [
        ('Stakeholders', 'Network operators and, since 2018, exchange points.', '“IXP Programme”', 'https://manrs.org/ixps/'),
        ('Reference to capacity building', 'Yes', None, 'MANRS tutorials'),
        ('Signatories: Number of signatories', '48', 'exchange points only', None),
    ], contact='Programme manager, ixps@manrs.example.org')
    person.write('Q3 / N1.F01', 'Open-IX standards', agreement='Open-IX standards')
    person.choose('Q3 / N1.F08', 'Normative, not binding', agreement='Open-IX standards')
    person.choose('Q3 / N1.C2.03', 'Unclear', agreement='Open-IX standards')
    person.write('Q4', 'Sabotage of submarine cables and landing stations.\nRepair ships should be protected like ambulances.')
    person.about(affiliation='Exampleville Internet Exchange', sign='As the organisation', country='Kenya',
                 group='Technical community', email='noc@ixp.example.org')
    person.publish('Y/1')
    person.publish('Y/4')
    person.consent()
    return person
