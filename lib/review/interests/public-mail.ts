/**
 * Public mail services, whose domain says nothing about a person's employer; the first word of domains that exist in
 * many countries, and whole domains. The domains reserved for examples (RFC 2606) have no owner either.
 */
const EVERYWHERE = new Set([
  'gmail',
  'googlemail',
  'outlook',
  'hotmail',
  'live',
  'msn',
  'yahoo',
  'ymail',
  'rocketmail',
  'aol',
  'icloud',
  'gmx',
  'yandex',
  'proton',
  'protonmail',
  'zoho',
  'example',
]);
const DOMAINS = new Set(
  `me.com mac.com pm.me tutanota.com tutanota.de tutamail.com tuta.io tuta.com keemail.me fastmail.com fastmail.fm hey.com mail.com email.com inbox.com hushmail.com
  zohomail.com zohomail.eu mailbox.org posteo.de posteo.net posteo.org web.de t-online.de freenet.de arcor.de online.de mail.de email.de kabelmail.de vodafone.de
  orange.fr wanadoo.fr free.fr laposte.net sfr.fr bbox.fr neuf.fr club-internet.fr libero.it virgilio.it tin.it alice.it tiscali.it fastwebnet.it bluewin.ch hispeed.ch
  sunrise.ch telenet.be skynet.be proximus.be ziggo.nl kpnmail.nl xs4all.nl planet.nl home.nl btinternet.com sky.com talktalk.net virginmedia.com ntlworld.com o2.co.uk
  comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net optonline.net shaw.ca rogers.com sympatico.ca telus.net bigpond.com
  optusnet.com.au xtra.co.nz uol.com.br bol.com.br terra.com.br ig.com.br globo.com mail.ru bk.ru inbox.ru list.ru internet.ru rambler.ru ya.ru ukr.net i.ua meta.ua
  seznam.cz centrum.cz email.cz post.cz azet.sk wp.pl o2.pl onet.pl op.pl interia.pl gazeta.pl freemail.hu citromail.hu abv.bg mail.bg telia.com spray.se online.no
  qq.com foxmail.com 163.com 126.com yeah.net sina.com sina.cn sohu.com 139.com 189.cn aliyun.com naver.com daum.net hanmail.net nate.com docomo.ne.jp ezweb.ne.jp
  softbank.ne.jp nifty.com biglobe.ne.jp rediffmail.com sify.com vsnl.net mweb.co.za webmail.co.za walla.co.il walla.com 013.net disroot.org riseup.net duck.com
  simplelogin.com mozmail.com appleid.com`.split(/\s+/),
);

/** Whether this registrable domain is a public mail service. */
export const isMailboxOfAnybody = (domain: string): boolean =>
  DOMAINS.has(domain) || EVERYWHERE.has(domain.split('.')[0] ?? '');
