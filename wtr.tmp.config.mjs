import c from './web-test-runner.config.mjs';
import {writeFileSync} from 'node:fs';
const t0=performance.now(); const out=[];const starts={};
const tests=(s)=>s?[...s.tests,...s.suites.flatMap(tests)]:[];
export default {...c, plugins:[{name:'log', serve({path}){ if(path.endsWith('.test.ts'))starts[path]=performance.now()-t0; }}, ...c.plugins], reporters:[{reportTestFileResults({testFile, sessionsForTestFile}){const end=performance.now()-t0; for(const s of sessionsForTestFile){const ts=tests(s.testResults); const f=testFile.replace(/.*\/test/,'/test'); out.push({f,wall:end-starts[f],sum:ts.reduce((a,t)=>a+t.duration,0),n:ts.length,top:ts.sort((a,b)=>b.duration-a.duration).slice(0,3).map(t=>[t.name,t.duration])});}}, stop(){writeFileSync('/tmp/el.json',JSON.stringify(out))}}]};
