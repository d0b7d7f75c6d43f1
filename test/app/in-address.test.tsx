// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Link, MemoryRouter, Route, Routes, useLocation, useNavigate } from 'react-router';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { useInAddress } from '../../src/app/hooks/use-in-address.ts';

function NewNotice() {
  const [wanted, setWanted] = useInAddress('find');
  const navigate = useNavigate();
  return (
    <>
      <input aria-label="查找" value={wanted} onChange={(event) => setWanted(event.target.value)} />
      <Link to="/new">新建</Link>
      <button type="button" onClick={() => void navigate(-1)}>
        返回
      </button>
      <output>{useLocation().search}</output>
    </>
  );
}

beforeEach(() => {
  render(
    <MemoryRouter initialEntries={['/new?find=roof']}>
      <Routes>
        <Route path="/new" element={<NewNotice />} />
      </Routes>
    </MemoryRouter>,
  );
});
afterEach(cleanup);

const field = () => screen.getByLabelText<HTMLInputElement>('查找');
const stands = () => [field().value, screen.getByRole('status').textContent];
const press = (name: string) => act(async () => fireEvent.click(screen.getByText(name)));
const type = (value: string) => act(async () => fireEvent.change(field(), { target: { value } }));

test('地址里写着找什么，打开就在找；接着打字，地址跟着变', async () => {
  expect(stands()).toEqual(['roof', '?find=roof']);
  await type('roofs');
  expect(stands()).toEqual(['roofs', '?find=roofs']);
  await type('');
  expect(stands()).toEqual(['', '']);
});

test('正在找的时候又点“新建”，从头来；返回，刚才找的还在', async () => {
  await press('新建');
  expect(stands()).toEqual(['', '']);
  await press('返回');
  expect(stands()).toEqual(['roof', '?find=roof']);
});
