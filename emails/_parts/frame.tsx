import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from '@react-email/components';
import type { ReactNode } from 'react';
import { directionOf } from '@/lib/platform/text/direction';
import { DARK, look } from './look';
import type { MailFrame } from './template';
import { mailWords } from './words';
import type { MailName, MailWords } from './words';
import { WrittenText } from './written-text';

type FrameProps = MailFrame & {
  /** The mail's name in the catalogue, which has its title and its preview text (shown beside the subject). */
  mail: MailName;
  /** The values in the preview text. */
  values?: Record<string, number>;
  /** Instead of the mail's usual title. */
  title?: string | false;
  children: ReactNode;
};

/** The frame of all mails: the name at the top, the title, the sender below. It loads no pictures or other content. */
export function Frame({ locale, host, mail, values, title: otherTitle, children }: FrameProps) {
  const words = mailWords(locale);
  const signature = words('mail.frame.signature');
  const title = otherTitle || words(`mail.${mail}.title`);
  return (
    <Html lang={locale}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
        <style>{DARK}</style>
      </Head>
      <Preview>{words(`mail.${mail}.preview`, values)}</Preview>
      <Body style={look.body} className="paper">
        <Container style={look.page}>
          <Text style={look.name} className="accent">
            {words('mail.frame.name')}
          </Text>
          <Heading as="h1" style={look.title} className="ink">
            {title}
          </Heading>
          {children}
          {signature !== '' && <WrittenText text={signature} />}
          <Hr style={look.rule} className="rule" />
          <Text style={look.muted} className="muted">
            {words('mail.frame.sender', { host })}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text style={look.text} className="ink">
      {children}
    </Text>
  );
}

export function Aside({ children }: { children: ReactNode }) {
  return (
    <Text style={look.muted} className="muted">
      {children}
    </Text>
  );
}

export function Subtitle({ children }: { children: ReactNode }) {
  return (
    <Heading as="h2" style={look.heading} className="ink" {...directed(children)}>
      {children}
    </Heading>
  );
}

export function Subheading({ children }: { children: ReactNode }) {
  return (
    <Heading as="h3" style={look.subheading} className="ink" {...directed(children)}>
      {children}
    </Heading>
  );
}

/** A person's text, separated from ours by a line at its start side. Mail programs know no logical properties. */
export function Quotation({ children }: { children: string }) {
  const direction = directionOf(children);
  return (
    <Section dir={direction} style={direction === 'rtl' ? look.quoteRightToLeft : look.quote} className="quote">
      <WrittenText text={children} />
    </Section>
  );
}

/** The text direction of a name or a title, if it differs from the mail's. */
const directed = (children: ReactNode) =>
  typeof children === 'string' && directionOf(children) === 'rtl' ? { dir: 'rtl' as const } : {};

/**
 * The mail's one action. The full address follows the button, for programs that show no buttons and readers who check
 * it.
 */
export function Action({ href, label, words }: { href: string; label: string; words: MailWords }) {
  return (
    <Section>
      <Button href={href} style={look.button} className="button">
        {label}
      </Button>
      <Text style={look.muted} className="muted html-only">
        {words('mail.frame.copyLink')}
      </Text>
      <Address href={href} />
    </Section>
  );
}

/** A link that shows its own address. */
export function Address({ href }: { href: string }) {
  return (
    <Text style={look.address}>
      <Link href={href} className="accent" style={look.addressLink}>
        {href}
      </Link>
    </Text>
  );
}
