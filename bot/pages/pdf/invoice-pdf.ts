import PDFDocument from 'pdfkit';
import type { DocumentLine, InvoiceDocument } from '../../../cards/views/invoice-document';
import { createPen, type Pen, type Style } from './pen';

/** Everything in points; A4 is 595 by 842. */
const [LEFT, RIGHT, TOP, BOTTOM] = [56, 539, 56, 770];
const WIDTH = RIGHT - LEFT;
const AMOUNT = { x: 429, width: 110 };
const QUANTITY = { x: 344, width: 75 };
const ABOUT = { x: LEFT, width: 278 };
const SUM_TITLE = { x: 284, width: 135 };
const GAP = 10;

const [INK, SUBTLE, RULE] = ['#242424', '#5c5c5c', '#d1d1d1'];
const TITLE: Style = { size: 22, weight: 'bold', color: INK };
const RUNNING: Style = { size: 11, weight: 'regular', color: SUBTLE };
const LABEL: Style = { size: 9, weight: 'regular', color: SUBTLE };
const TEXT: Style = { size: 10, weight: 'regular', color: INK };
const TOTAL: Style = { size: 12, weight: 'bold', color: INK };

/** The words of each language that say which Chinese or English it is. */
const LANGUAGES = { en: 'en-US', 'zh-TW': 'zh-Hant-TW' } as const;

/** A document being drawn: where the next thing goes. */
interface Sheet {
  readonly pdf: InstanceType<typeof PDFDocument>;
  readonly pen: Pen;
  y: number;
}

/** The invoice on A4 pages. The same invoice in the same language is the same file, byte for byte. */
export const invoicePdf = (invoice: InvoiceDocument): Promise<Buffer> => {
  const issued = new Date(invoice.issuedAt);
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    displayTitle: true,
    lang: LANGUAGES[invoice.locale],
    info: { Title: `${invoice.title} ${invoice.number}`, CreationDate: issued, ModDate: issued },
  });
  const sheet: Sheet = { pdf, pen: createPen(pdf, invoice.locale), y: TOP };
  const finished = collected(pdf);
  drawHead(sheet, invoice);
  drawParties(sheet, invoice);
  drawColumns(sheet, invoice);
  for (const line of invoice.lines) drawLine(sheet, invoice, line);
  drawSums(sheet, invoice);
  drawFeet(sheet, invoice);
  pdf.end();
  return finished;
};

const collected = (pdf: Sheet['pdf']): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
  });

const drawHead = (sheet: Sheet, { title }: InvoiceDocument): void => {
  const { pen, y } = sheet;
  sheet.y = y + pen.write(title, TITLE, { x: LEFT, y, width: WIDTH }) + 2 * GAP;
};

/** Who sells and who is billed on the left, what it is about on the right. */
const drawParties = (sheet: Sheet, { parties, facts }: InvoiceDocument): void => {
  const { pen, y } = sheet;
  let left = y;
  for (const [at, { title, lines }] of parties.entries()) {
    if (at > 0) left += GAP;
    left += pen.write(title, LABEL, { x: LEFT, y: left, width: 220 });
    for (const line of lines) left += pen.write(line, TEXT, { x: LEFT, y: left, width: 220 });
  }
  let right = y;
  for (const { title, value } of facts) {
    const named = pen.write(title, LABEL, { x: 300, y: right, width: 100 });
    right += Math.max(named, pen.write(value, TEXT, { x: 404, y: right, width: 135 })) + 3;
  }
  sheet.y = Math.max(left, right) + 2 * GAP;
};

const rule = ({ pdf }: Sheet, y: number, color = RULE): void => {
  pdf.moveTo(LEFT, y).lineTo(RIGHT, y).lineWidth(0.7).strokeColor(color).stroke();
};

/** The heads of the columns, on the first page and on every one that the lines go on to. */
const drawColumns = (sheet: Sheet, { columns }: InvoiceDocument): void => {
  const { pen, y } = sheet;
  const high = Math.max(
    pen.write(columns.about, LABEL, { ...ABOUT, y }),
    pen.write(columns.quantity, LABEL, { ...QUANTITY, y, align: 'right' }),
    pen.write(columns.amount, LABEL, { ...AMOUNT, y, align: 'right' }),
  );
  rule(sheet, y + high + 4, INK);
  sheet.y = y + high + GAP;
};

const turnPage = (sheet: Sheet, { title, number }: InvoiceDocument): void => {
  sheet.pdf.addPage();
  const high = sheet.pen.write(`${title} ${number}`, RUNNING, { x: LEFT, y: TOP, width: WIDTH });
  sheet.y = TOP + high + GAP;
};

const drawLine = (sheet: Sheet, invoice: InvoiceDocument, line: DocumentLine): void => {
  const { pen } = sheet;
  const { about, detail, quantity, amount } = line;
  const high = pen.height(about, TEXT, ABOUT.width) + pen.height(detail, LABEL, ABOUT.width);
  if (sheet.y + high + GAP > BOTTOM) {
    turnPage(sheet, invoice);
    drawColumns(sheet, invoice);
  }
  const { y } = sheet;
  const named = pen.write(about, TEXT, { ...ABOUT, y });
  pen.write(detail, LABEL, { ...ABOUT, y: y + named });
  pen.write(quantity, TEXT, { ...QUANTITY, y, align: 'right' });
  pen.write(amount, TEXT, { ...AMOUNT, y, align: 'right' });
  rule(sheet, y + high + 5);
  sheet.y = y + high + GAP;
};

/** Subtotal, tax and total stay together. */
const drawSums = (sheet: Sheet, invoice: InvoiceDocument): void => {
  const { pen } = sheet;
  const rows = [
    ...invoice.sums.map(sum => ({ ...sum, named: TEXT, counted: TEXT })),
    { ...invoice.total, named: TOTAL, counted: TOTAL },
  ];
  const notes = invoice.notes.reduce((sum, note) => sum + pen.height(note, LABEL, WIDTH), 0);
  const high = rows.reduce((sum, { title, named }) => sum + pen.height(title, named, SUM_TITLE.width) + 4, 0);
  if (sheet.y + high + notes + 2 * GAP > BOTTOM) turnPage(sheet, invoice);
  for (const { title, value, named, counted } of rows) {
    const { y } = sheet;
    const titled = pen.write(title, named, { ...SUM_TITLE, y, align: 'right' });
    sheet.y = y + Math.max(titled, pen.write(value, counted, { ...AMOUNT, y, align: 'right' })) + 4;
  }
  sheet.y += GAP;
  for (const note of invoice.notes) sheet.y += pen.write(note, LABEL, { x: LEFT, y: sheet.y, width: WIDTH });
};

const drawFeet = ({ pdf, pen }: Sheet, { number, pageOf }: InvoiceDocument): void => {
  const { count } = pdf.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    pdf.switchToPage(page);
    pen.write(number, LABEL, { x: LEFT, y: 794, width: WIDTH / 2 });
    pen.write(pageOf(page + 1, count), LABEL, { x: LEFT, y: 794, width: WIDTH, align: 'right' });
  }
};
