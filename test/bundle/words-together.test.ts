import vm from 'node:vm';

import wordsTogether from '../../.config/words-together.cjs';

const around = (body: string): string => `(()=>{"use strict";${body}})()`;

describe('what is written out in a script', () => {
  test('stands above the code, like beside like, and below what makes it strict', () => {
    const moved = wordsTogether(around('function a(){return b.test(c)+d[0]}let b=/x/g,c="words";a();const d=[1,["two"]],e=new Set("a b".split(" "));a(e)'));
    expect(moved).toBe(around('let d=[1,["two"]],e=new Set("a b".split(" ")),c="words",b=/x/g;function a(){return b.test(c)+d[0]}a();a(e);'));
  });

  test('has patterns that share words beside each other', () => {
    const moved = wordsTogether(around('let a=/the whole school/,b=/[0-9]+/,c=/to the whole school/i,d=/[0-9]+,/;f(a,b,c,d)'));
    expect(moved).toBe(around('let a=/the whole school/,c=/to the whole school/i,b=/[0-9]+/,d=/[0-9]+,/;f(a,b,c,d);'));
  });

  test('may be made of texts that stand above it', () => {
    const script = around('let a=f();let b="x|y",c=`(${b})`,d=RegExp(`^${c}$`,"i");function f(){return 1}return d.test("Y")');
    const moved = wordsTogether(script);
    expect(moved.indexOf('let a=')).toBeGreaterThan(moved.indexOf('RegExp'));
    expect(vm.runInNewContext(moved)).toBe(vm.runInNewContext(script));
  });

  test.each([
    ['made by a call', 'let a=1,b=f(a);function f(){return 2}'],
    ['made of something that is no text', 'let a=[1],b=[a]'],
    ['made of a text that changes', 'let a="x";a="y";let b=`${a}!`'],
    ['taken apart', 'let {b}={b:1}'],
    ['declared as var', 'b=2;var b=1'],
    ['told without a value', 'let b;b=1'],
    ['made with a method that may change it', 'let b=[2,1].sort()'],
    ['with a function in it', 'let b={c(){return 1}}'],
  ])('stays where it is when it is %s', (_, body) => {
    const moved = wordsTogether(around(`g();${body}`));
    expect(moved.slice(0, moved.indexOf('g();'))).not.toContain('b');
  });
});
