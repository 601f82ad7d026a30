import { describe, expect, test } from 'vitest';
import { readHtml } from './html.ts';
import type { Reading } from './reading.ts';

const read = async (markup: string | Buffer): Promise<Reading> =>
  (await readHtml(Buffer.from(markup as string))) as Reading;

describe('a page is read as it is seen', () => {
  test.each<[string, string, string]>([
    ['headings stand on lines of their own', '<h1>甲</h1>乙<h2>丙</h2>丁', '甲\n\n乙\n\n丙\n\n丁\n'],
    ['paragraphs are parted by a blank line', '<p>甲。<p>乙。', '甲。\n\n乙。\n'],
    ['line breaks are kept', '<p>甲<br>乙<br/><br/>丙', '甲\n乙\n丙\n'],
    [
      'inline markup parts nothing',
      '<p><b>新增</b>停<span>车</span>位<a href="x">800</a>个',
      '新增停车位800个\n',
    ],
    ['a break in the source is no blank', '<p>柳溪镇\n   新增停车位', '柳溪镇新增停车位\n'],
    ['nor are many blanks', '<p>a\n  b &nbsp; 丙', 'a b   丙\n'],
    ['entities are characters', '<p>&lt;甲&gt;&amp;&#20057;&ldquo;丙&rdquo;', '<甲>&乙“丙”\n'],
    [
      'a list has a line an item',
      '<p>带上：<ul><li>身份证</li><li>户口簿</ul>',
      '带上：\n• 身份证\n• 户口簿\n',
    ],
    ['a numbered list has its numbers', '<ol start="3"><li>甲<li>乙</ol>', '（3）甲\n（4）乙\n'],
    ['unless the items have their own', '<ol><li>一、甲<li>二、乙</ol>', '一、甲\n二、乙\n'],
    ['lists may nest', '<ul><li>甲<ul><li>乙</ul><li>丙</ul>', '• 甲\n• 乙\n• 丙\n'],
    [
      'a table has a line a row',
      '<table><tr><th>序号<th>项目<tr><td>1<td>停车\n位</table>',
      '序号\t项目\n1\t停车位\n',
    ],
    [
      'what spans rows is told in each, what spans columns once',
      '<table><tr><td rowspan=2>交通<td>停车<tr><td>道路<tr><td colspan=2>养老<tr><td>a<td>b</table>',
      '交通\t停车\n交通\t道路\n养老\t\na\tb\n',
    ],
    [
      'lines of a cell are parted by a stop',
      '<table><tr><td>1<td>新增停车位八百个<br>改造道路<p>完成。<tr><td>2<td>甲</table>',
      '1\t新增停车位八百个；改造道路；完成。\n2\t甲\n',
    ],
    ['a caption is a heading', '<table><caption>任务表<tr><td>1<td>甲</table>', '任务表\n\n1\t甲\n'],
    [
      'a table that lays out the page is none',
      '<table><tr><td><p>甲。</p><table><tr><td>1<td>乙</table></table>',
      '甲。\n\n1\t乙\n',
    ],
    [
      'menus, scripts, forms and hidden parts are left out',
      '<nav>首页</nav><script>a</script><style>b</style><div hidden>c</div><p style="display: none">d</p><div class="nav">e</div><div aria-hidden="true">f</div><form>g</form><!--h--><p>甲<aside>i</aside><footer>版权</footer>',
      '甲\n',
    ],
    [
      'of a page with a main part only that is read',
      '<div>栏目</div><main><p>甲</main><div>相关</div>',
      '甲\n',
    ],
    ['an empty main part is passed over', '<p>甲</p><main></main>', '甲\n'],
    ['preformatted lines stay', '<pre>甲\n乙</pre>', '甲\n乙\n'],
    ['radicals are mended', '<p>⻓者⻝堂', '长者食堂\n'],
    ['broken markup is read as far as it goes', '<p>甲<b>乙</p><td>丙</div', '甲乙\n\n丙\n'],
  ])('%s', async (_title, markup, expected) => {
    expect((await read(markup)).text).toBe(expected);
  });

  test.each([
    ['five hundred divisions deep, as far as one can look', `<p>甲</p>${'<div>'.repeat(500)}乙`],
    ['or beside each other in any number', `<p>甲</p>${'<div></div>'.repeat(50_000)}`],
  ])('%s', async (_title, markup) => {
    expect((await read(markup)).text).toBe('甲\n');
  });

  test('but not when it nests deeper than can be parsed in time', async () => {
    const start = performance.now();
    expect(await readHtml(Buffer.from(`甲${'<div>'.repeat(1_000_000)}`))).toMatchObject({
      kind: 'broken',
      message: expect.stringMatching(/copy its words into a \.txt file/),
    });
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('the encoding of a page', () => {
  const page = (label: string): string => `<meta charset="${label}"><p>x`;
  /** 柳溪镇食堂 */
  const gbk = Buffer.from([0xc1, 0xf8, 0xcf, 0xaa, 0xd5, 0xf2, 0xca, 0xb3, 0xcc, 0xc3]);
  const utf8 = Buffer.from('柳溪镇食堂');
  const followed = (head: string | Buffer, words: Buffer): Buffer =>
    Buffer.concat([typeof head === 'string' ? Buffer.from(head) : head, words]);

  test.each<[string, Buffer]>([
    ['GBK as stated', followed(page('gbk'), gbk)],
    ['GB2312 as stated', followed(page('GB2312'), gbk)],
    ['GB18030 as stated', followed(page('gb18030'), gbk)],
    [
      'GBK as stated the old way',
      followed('<meta http-equiv="a" content="text/html; charset=gbk"><p>x', gbk),
    ],
    ['GBK that nobody states', followed('<p>x', gbk)],
    ['GBK that calls itself UTF-8', followed(page('utf-8'), gbk)],
    ['UTF-8 as stated', followed(page('utf-8'), utf8)],
    ['UTF-8 that nobody states', followed('<p>x', utf8)],
    ['UTF-8 that states nonsense', followed(page('x-unknown'), utf8)],
    ['UTF-8 with a BOM, whatever it states', followed(`\ufeff${page('gbk')}`, utf8)],
    ['UTF-16 with a BOM', Buffer.from(`\ufeff${page('utf-8')}柳溪镇食堂`, 'utf16le')],
  ])('%s', async (_title, bytes) => {
    expect((await read(bytes)).text).toBe('x柳溪镇食堂\n');
  });

  test('bytes that are no text are told so', async () => {
    expect(await readHtml(Buffer.from([0, 1, 2, 0x89]))).toMatchObject({ kind: 'not_text' });
  });
});

describe('the title that a page gives itself', () => {
  test.each<[string, string, string | undefined]>([
    ['is its one heading', '<title>柳溪镇</title><h1>长者<br>食堂开张</h1>', '长者食堂开张'],
    [
      'is the part of its title that it prints',
      '<title>长者食堂开张-柳溪镇人民政府</title><p>长者食堂开张',
      '长者食堂开张',
    ],
    ['is not a part that stands nowhere', '<title>新建网页 1</title><p>长者食堂开张', undefined],
    [
      'is its title where it has many headings',
      '<title>本周要闻</title><h1>甲乙丙丁</h1><h1>戊己庚辛</h1><p>本周要闻',
      '本周要闻',
    ],
  ])('%s', async (_title, markup, expected) => {
    expect((await read(markup)).title).toBe(expected);
  });
});
